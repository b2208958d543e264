package com.faultmaven.reports;

import java.util.Locale;

/** Whether a report stands. */
public enum ReportStatus {
  ACTIVE,
  RESOLVED,
  REJECTED;

  /** As the contract and the database have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ReportStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
