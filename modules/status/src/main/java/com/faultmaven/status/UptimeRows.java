package com.faultmaven.status;

import com.faultmaven.status.Uptime.Day;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads how services were: the days first, then each service with the days that were not usual. */
final class UptimeRows {

  /** What a row is about; else it is a day on which something happened to a service. */
  private static final int DAY = 0;

  private static final int SERVICE = 1;

  /** A day on which nothing happened, and one before there was a service. */
  private record Usual(LocalDate date, BigDecimal passed, Day well, Day before) {

    static Usual of(LocalDate date, BigDecimal passed) {
      return new Usual(date, passed, day(date, Condition.OPERATIONAL), day(date, null));
    }

    private static Day day(LocalDate date, @Nullable Condition condition) {
      BigDecimal zero = BigDecimal.ZERO;
      return new Day(date, condition, zero, zero, zero, zero, List.of());
    }
  }

  private final List<Usual> days = new ArrayList<>();
  private final Map<ServiceId, LocalDate> starts = new LinkedHashMap<>();
  private final Map<ServiceId, Map<LocalDate, Day>> troubled = new HashMap<>();
  private @Nullable ZoneId zone;

  Map<ServiceId, Uptime> read(ResultSet rows) throws SQLException {
    while (rows.next()) {
      LocalDate day = rows.getObject("day", LocalDate.class);
      switch (rows.getInt("kind")) {
        case DAY -> {
          zone = ZoneId.of(rows.getString("zone"));
          days.add(Usual.of(day, rows.getBigDecimal("passed")));
        }
        case SERVICE -> starts.put(service(rows), day);
        default ->
            troubled.computeIfAbsent(service(rows), _ -> new HashMap<>()).put(day, day(rows, day));
      }
    }
    Map<ServiceId, Uptime> uptimes = new LinkedHashMap<>();
    starts.forEach((service, start) -> uptimes.put(service, uptime(service, start)));
    return uptimes;
  }

  private static ServiceId service(ResultSet row) throws SQLException {
    return new ServiceId(row.getObject("id", UUID.class));
  }

  private Uptime uptime(ServiceId service, LocalDate start) {
    Map<LocalDate, Day> its = troubled.getOrDefault(service, Map.of());
    List<Day> shown = new ArrayList<>(days.size());
    BigDecimal passed = BigDecimal.ZERO;
    for (Usual usual : days) {
      boolean there = !usual.date().isBefore(start);
      passed = there ? passed.add(usual.passed()) : passed;
      shown.add(there ? its.getOrDefault(usual.date(), usual.well()) : usual.before());
    }
    BigDecimal down = its.values().stream().map(Day::down).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Uptime(
        service, zone == null ? ZoneId.of("UTC") : zone, percent(passed, down), List.copyOf(shown));
  }

  /** Cut, not rounded: who was down is never shown as always up. */
  private static @Nullable BigDecimal percent(BigDecimal passed, BigDecimal down) {
    return passed.signum() == 0
        ? null
        : passed
            .subtract(down)
            .multiply(BigDecimal.valueOf(100))
            .divide(passed, 4, RoundingMode.DOWN);
  }

  private static Day day(ResultSet row, LocalDate date) throws SQLException {
    BigDecimal major = row.getBigDecimal("major");
    BigDecimal partial = row.getBigDecimal("partial");
    BigDecimal degraded = row.getBigDecimal("degraded");
    BigDecimal work = row.getBigDecimal("work");
    return new Day(
        date,
        worst(major, partial, degraded, work),
        major,
        partial,
        degraded,
        work,
        row.getArray("incidents") == null
            ? List.of()
            : List.of((UUID[]) row.getArray("incidents").getArray()));
  }

  private static Condition worst(
      BigDecimal major, BigDecimal partial, BigDecimal degraded, BigDecimal work) {
    if (major.signum() > 0) {
      return Condition.MAJOR_OUTAGE;
    }
    if (partial.signum() > 0) {
      return Condition.PARTIAL_OUTAGE;
    }
    if (degraded.signum() > 0) {
      return Condition.DEGRADED_PERFORMANCE;
    }
    return work.signum() > 0 ? Condition.UNDER_MAINTENANCE : Condition.OPERATIONAL;
  }
}
