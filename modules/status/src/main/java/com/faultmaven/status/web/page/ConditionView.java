package com.faultmaven.status.web.page;

import com.faultmaven.status.Condition;

/**
 * A condition in words and in a shape, for whoever sees no colours.
 *
 * @param css the class of its colour
 */
record ConditionView(String css, String shape, String words) {

  static ConditionView of(Condition condition) {
    return switch (condition) {
      case OPERATIONAL -> new ConditionView("ok", "✓", "Operational");
      case UNDER_MAINTENANCE -> new ConditionView("work", "◆", "Under maintenance");
      case DEGRADED_PERFORMANCE -> new ConditionView("slow", "▽", "Degraded performance");
      case PARTIAL_OUTAGE -> new ConditionView("part", "▲", "Partial outage");
      case MAJOR_OUTAGE -> new ConditionView("down", "✕", "Major outage");
    };
  }
}
