package com.faultmaven.mail;

import com.faultmaven.jobs.Priority;
import java.util.Locale;

/** What a mail is for. */
public enum Purpose {
  /** To somebody who never asked for it: not to addresses that are nobody's. */
  LETTER(Priority.USUAL),
  /** To somebody who subscribed, as thousands of others may have. */
  NOTICE(Priority.BULK),
  /** About the recipient's own account; it may hold a token, and is not kept once it is settled. */
  ACCOUNT(Priority.USUAL);

  private final Priority priority;

  Purpose(Priority priority) {
    this.priority = priority;
  }

  Priority priority() {
    return priority;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Purpose of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
