package com.faultmaven.status.page;

import java.util.Locale;

/** How far what was announced has got. */
public enum NoticeStatus {
  INVESTIGATING("Investigating"),
  IDENTIFIED("Identified"),
  MONITORING("Monitoring"),
  RESOLVED("Resolved"),
  SCHEDULED("Scheduled"),
  IN_PROGRESS("In progress"),
  COMPLETED("Completed"),
  CANCELLED("Cancelled");

  private final String words;

  NoticeStatus(String words) {
    this.words = words;
  }

  static NoticeStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether there is nothing more to come. */
  public boolean isOver() {
    return this == RESOLVED || this == COMPLETED || this == CANCELLED;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /** For programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
