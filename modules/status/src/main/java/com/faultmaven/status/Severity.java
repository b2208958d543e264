package com.faultmaven.status;

import java.util.Locale;

/** How bad an incident is. */
public enum Severity {
  CRITICAL(Impact.MAJOR_OUTAGE),
  HIGH(Impact.PARTIAL_OUTAGE),
  MEDIUM(Impact.DEGRADED_PERFORMANCE),
  LOW(Impact.DEGRADED_PERFORMANCE);

  private final Impact usualImpact;

  Severity(Impact usualImpact) {
    this.usualImpact = usualImpact;
  }

  /** What it does to a service of which nobody says otherwise. */
  public Impact usualImpact() {
    return usualImpact;
  }

  /** As contract and table spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity of a word of the contract or the table. */
  public static Severity of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
