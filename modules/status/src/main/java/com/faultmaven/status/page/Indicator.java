package com.faultmaven.status.page;

import com.faultmaven.status.Condition;
import java.util.Locale;

/** How everything together is, by what is worst. */
public enum Indicator {
  NONE("All Systems Operational"),
  MAINTENANCE("Service Under Maintenance"),
  MINOR("Partially Degraded Service"),
  MAJOR("Partial System Outage"),
  CRITICAL("Major System Outage");

  private final String words;

  Indicator(String words) {
    this.words = words;
  }

  /** What the worst condition means for all. */
  public static Indicator of(Condition worst) {
    return switch (worst) {
      case OPERATIONAL -> NONE;
      case UNDER_MAINTENANCE -> MAINTENANCE;
      case DEGRADED_PERFORMANCE -> MINOR;
      case PARTIAL_OUTAGE -> MAJOR;
      case MAJOR_OUTAGE -> CRITICAL;
    };
  }

  /** The same for people. */
  public String words() {
    return words;
  }

  /** The same for programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
