package com.faultmaven.status;

import java.util.Locale;

/** How a service is, from good to worst: derived at every read from what touches it. */
public enum Condition {
  OPERATIONAL("operational"),
  UNDER_MAINTENANCE("operational"),
  DEGRADED_PERFORMANCE("degraded"),
  PARTIAL_OUTAGE("outage"),
  MAJOR_OUTAGE("outage");

  private final String status;

  Condition(String status) {
    this.status = status;
  }

  /** The same in three words: operational, degraded or outage. */
  public String status() {
    return status;
  }

  /** As the contract spells it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The condition of a word of the contract or the table. */
  public static Condition of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
