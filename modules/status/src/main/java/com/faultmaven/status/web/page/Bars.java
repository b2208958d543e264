package com.faultmaven.status.web.page;

import com.faultmaven.status.Condition;
import com.faultmaven.status.Uptime;
import com.faultmaven.status.Uptime.Day;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a service was on each of some days. Days alike without trouble are one entry of the list, as
 * wide as they are many: nobody wants to hear the same words ninety times.
 *
 * @param uptime in percent, or null
 * @param troubled the days on which something happened, the newest first
 */
record Bars(int days, @Nullable String uptime, List<Run> runs, List<Troubled> troubled) {

  /** Days that are shown as one. */
  record Run(String css, String text) {}

  /** A day on which something happened. */
  record Troubled(String date, String text) {}

  /**
   * Of these days.
   *
   * @param today stands in the place of the last of them
   */
  static Bars of(Uptime uptime, Day today) {
    List<Day> days = new ArrayList<>(uptime.days().subList(0, uptime.days().size() - 1));
    days.add(today);
    return new Bars(
        days.size(),
        uptime.percent() == null ? null : uptime.percent().stripTrailingZeros().toPlainString(),
        runs(days),
        days.reversed().stream()
            .filter(Bars::happened)
            .map(day -> new Troubled(Times.date(day.date()), what(day)))
            .toList());
  }

  private static List<Run> runs(List<Day> days) {
    List<Run> runs = new ArrayList<>();
    int begin = 0;
    for (int next = 1; next <= days.size(); next++) {
      if (next == days.size() || !alike(days.get(begin), days.get(next))) {
        runs.add(run(days.subList(begin, next)));
        begin = next;
      }
    }
    return runs;
  }

  /** Whether one entry stands for both. */
  private static boolean alike(Day one, Day other) {
    return one.condition() == other.condition() && !happened(one);
  }

  private static boolean happened(Day day) {
    return day.condition() != null && day.condition() != Condition.OPERATIONAL;
  }

  private static Run run(List<Day> days) {
    Day first = days.getFirst();
    String css = first.condition() == null ? "none" : ConditionView.of(first.condition()).css();
    if (days.size() == 1) {
      return new Run(css, Times.day(first.date()) + ": " + what(first));
    }
    String dates = Times.day(first.date()) + " to " + Times.day(days.getLast().date());
    return new Run(css + " n" + days.size(), dates + ": " + what(first));
  }

  private static String what(Day day) {
    if (day.condition() == null) {
      return "no data";
    }
    List<String> all = new ArrayList<>();
    add(all, day.major(), "major outage");
    add(all, day.partial(), "partial outage");
    add(all, day.degraded(), "degraded performance");
    add(all, day.maintenance(), "maintenance");
    return all.isEmpty() ? "no trouble" : String.join(", ", all);
  }

  private static void add(List<String> all, BigDecimal seconds, String what) {
    if (seconds.signum() > 0) {
      all.add(Times.duration(Math.max(1, seconds.longValue())) + " " + what);
    }
  }
}
