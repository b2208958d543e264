package com.faultmaven.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a service was, day by day of a time zone.
 *
 * @param percent of the time it was up, cut to four decimals; null before any time passed
 * @param days the oldest first, today last
 */
public record Uptime(
    ServiceId service, ZoneId timeZone, @Nullable BigDecimal percent, List<Day> days) {

  /** What a partial outage counts beside a major one. */
  static final BigDecimal PARTIAL = new BigDecimal("0.3");

  /**
   * A day; durations in seconds, of which each moment counts for its worst impact only, and for
   * maintenance alone while there is one.
   *
   * @param condition the worst of the day; null before the service's first day
   */
  public record Day(
      LocalDate date,
      @Nullable Condition condition,
      BigDecimal major,
      BigDecimal partial,
      BigDecimal degraded,
      BigDecimal maintenance,
      List<UUID> incidents) {

    /** What counts as down: all of a major outage, and part of a partial one. */
    public BigDecimal down() {
      return major.add(partial.multiply(PARTIAL));
    }
  }
}
