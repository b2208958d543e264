package com.faultmaven.messaging.deadletters;

import java.util.Locale;

/** Why an event was parked. */
public enum DeadLetterReason {
  /** It failed too often. */
  ATTEMPTS_EXHAUSTED,
  /** Its content cannot be read. */
  UNREADABLE,
  /** Nothing knows this kind of event, or its consumer is gone. */
  UNKNOWN_TYPE,
  /** Nothing knows this major version of it. */
  UNKNOWN_VERSION,
  /** The broker will never take it. */
  TOO_LARGE,
  /** No record for the broker can be made of it. */
  UNRENDERABLE;

  /** As it is stored and said in the contract. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeadLetterReason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
