package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.status.Uptime.Day;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How services were: every interval is cut to the days it touches, what overlaps is put together,
 * and the worse is taken from the less bad. One statement for however many services.
 */
@Repository
class UptimeQuery {

  private static final String DAYS =
      """
      with zone as (
        select coalesce((
          select time_zone from status.pages where organization_id = :organization), 'UTC') as name),
      days as (
        select day::date as day,
          tstzrange(day at time zone zone.name,
            least((day + interval '1 day') at time zone zone.name, :now::timestamptz)) as during
        from zone, generate_series(
          ((:now::timestamptz at time zone zone.name)::date - (:days - 1)::integer)::timestamp,
          (:now::timestamptz at time zone zone.name)::date::timestamp, interval '1 day') day),
      asked as (
        select s.id, s.start_date from status.services s
        where s.organization_id = :organization and s.id = any(:ids::uuid[])),
      harm as (
        select i.service_id, d.day,
          range_agg(i.during * d.during) filter (where i.impact = 'major_outage') as major,
          range_agg(i.during * d.during) filter (where i.impact = 'partial_outage') as partial,
          range_agg(i.during * d.during) filter (where i.impact = 'degraded_performance') as degraded,
          array_agg(distinct i.incident_id) as incidents
        from asked join status.impacts i on i.service_id = asked.id
        join days d on d.during && i.during and d.day >= asked.start_date
        group by i.service_id, d.day),
      work as (
        select x.service_id, d.day,
          range_agg(tstzrange(m.begins_at, m.ends_at) * d.during) as during
        from asked join status.maintenance_services x on x.service_id = asked.id
        join status.maintenances m on m.id = x.maintenance_id and m.cancelled_at is null
          and m.begins_at < m.ends_at
        join days d on d.during && tstzrange(m.begins_at, m.ends_at) and d.day >= asked.start_date
        group by x.service_id, d.day),
      parts as (
        select asked.id, asked.start_date, d.day, d.during,
          coalesce(harm.major, '{}') as major, coalesce(harm.partial, '{}') as partial,
          coalesce(harm.degraded, '{}') as degraded, coalesce(work.during, '{}') as work,
          harm.incidents
        from asked cross join days d
        left join harm on harm.service_id = asked.id and harm.day = d.day
        left join work on work.service_id = asked.id and work.day = d.day)
      select p.id, zone.name as zone, p.day, p.day < p.start_date as before, p.incidents,
        case when p.day < p.start_date then 0
          else coalesce(extract(epoch from upper(p.during) - lower(p.during)), 0) end as passed,
        %s as major, %s as partial, %s as degraded, %s as work
      from parts p, zone order by p.id, p.day
      """
          .formatted(
              seconds("p.major - p.work"),
              seconds("p.partial - p.major - p.work"),
              seconds("p.degraded - p.partial - p.major - p.work"),
              seconds("p.work"));

  private final JdbcClient jdbc;

  UptimeQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of some services of an organization; those that are not there are left out. */
  Map<ServiceId, Uptime> of(
      Collection<ServiceId> services, OrganizationId organization, int days, Instant now) {
    Map<ServiceId, List<Row>> rows = new LinkedHashMap<>();
    jdbc.sql(DAYS)
        .param("organization", organization.value())
        .param("ids", ServiceId.values(services))
        .param("days", days)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> row(row))
        .list()
        .forEach(row -> rows.computeIfAbsent(row.service(), _ -> new ArrayList<>()).add(row));
    Map<ServiceId, Uptime> uptimes = new LinkedHashMap<>();
    rows.forEach((service, its) -> uptimes.put(service, uptime(service, its)));
    return uptimes;
  }

  private record Row(ServiceId service, ZoneId zone, BigDecimal passed, Day day) {}

  private static Uptime uptime(ServiceId service, List<Row> rows) {
    BigDecimal passed = rows.stream().map(Row::passed).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal down =
        rows.stream().map(row -> row.day().down()).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Uptime(
        service,
        rows.getFirst().zone(),
        percent(passed, down),
        rows.stream().map(Row::day).toList());
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

  private static Row row(ResultSet row) throws SQLException {
    BigDecimal major = row.getBigDecimal("major");
    BigDecimal partial = row.getBigDecimal("partial");
    BigDecimal degraded = row.getBigDecimal("degraded");
    BigDecimal work = row.getBigDecimal("work");
    return new Row(
        new ServiceId(row.getObject("id", UUID.class)),
        ZoneId.of(row.getString("zone")),
        row.getBigDecimal("passed"),
        new Day(
            row.getObject("day", LocalDate.class),
            row.getBoolean("before") ? null : worst(major, partial, degraded, work),
            major,
            partial,
            degraded,
            work,
            row.getArray("incidents") == null
                ? List.of()
                : List.of((UUID[]) row.getArray("incidents").getArray())));
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

  private static String seconds(String multirange) {
    return "(select coalesce(sum(extract(epoch from upper(r) - lower(r))), 0) from unnest("
        + multirange
        + ") r)";
  }
}
