package com.faultmaven.sessions;

import java.util.Locale;

/** Whether a live session is worked in or was put aside. */
public enum SessionStatus {
  ACTIVE,
  /** It has no idle end, is not resumed and has no heartbeat. */
  ARCHIVED;

  /** As contract and table spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a word of the contract or the table. */
  public static SessionStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
