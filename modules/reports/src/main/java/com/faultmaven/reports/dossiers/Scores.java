package com.faultmaven.reports.dossiers;

import com.faultmaven.cases.Severity;

/** How much a case matters, by its reports; each from 0 to 1. */
public record Scores(
    double severity,
    double urgency,
    double confidence,
    double exposure,
    double criticality,
    double trend) {

  public static final Scores NONE = new Scores(0, 0, 0, 0, 0, 0);

  private static final double CRITICAL = 0.9;
  private static final double HIGH = 0.75;
  private static final double MEDIUM = 0.45;

  /** What a case begins with that is opened from a report of this severity. */
  static Scores opening(double severity) {
    return new Scores(severity, severity, 0.8, 0.6, severity, 0.4);
  }

  /** How much the trouble of a case hurts that is opened with them. */
  Severity caseSeverity() {
    if (severity >= CRITICAL) {
      return Severity.CRITICAL;
    }
    if (severity >= HIGH) {
      return Severity.HIGH;
    }
    return severity >= MEDIUM ? Severity.MEDIUM : Severity.LOW;
  }
}
