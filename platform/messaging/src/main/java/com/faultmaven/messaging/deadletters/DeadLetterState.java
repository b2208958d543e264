package com.faultmaven.messaging.deadletters;

import java.util.Locale;

/** What became of a dead letter. */
public enum DeadLetterState {
  /** Waits for a decision. */
  PARKED,
  /** Was handed back for delivery. */
  REPLAYED,
  /** Was given up. */
  DISCARDED;

  /** As it is stored and said in the contract. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeadLetterState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
