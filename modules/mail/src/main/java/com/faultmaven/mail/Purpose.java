package com.faultmaven.mail;

import java.util.Locale;

/** What a mail is for. */
public enum Purpose {
  /** To somebody who never asked for it: not to addresses that are nobody's. */
  LETTER,
  /** To somebody who subscribed. */
  NOTICE,
  /** About the recipient's own account; it may hold a token, and is not kept once it is settled. */
  ACCOUNT;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Purpose of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
