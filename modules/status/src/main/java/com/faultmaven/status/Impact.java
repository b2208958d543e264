package com.faultmaven.status;

import java.util.Locale;

/** What an incident does to a service, from bad to worst. */
public enum Impact {
  DEGRADED_PERFORMANCE,
  PARTIAL_OUTAGE,
  MAJOR_OUTAGE;

  /** As contract and table spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The impact of a word of the contract or the table. */
  public static Impact of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
