package com.faultmaven.status;

import java.util.Locale;

/** Where a maintenance is: the clock decides, unless somebody did. */
public enum MaintenanceStatus {
  SCHEDULED,
  IN_PROGRESS,
  COMPLETED,
  CANCELLED;

  boolean isEnd() {
    return this == COMPLETED || this == CANCELLED;
  }

  /** As contract and table spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a word of the contract or the table. */
  public static MaintenanceStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
