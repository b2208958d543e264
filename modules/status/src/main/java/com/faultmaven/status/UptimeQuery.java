package com.faultmaven.status;

import com.faultmaven.kernel.OrganizationId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How services were: every interval is cut to the days it touches, what overlaps is put together,
 * and the worse is taken from the less bad. One statement for however many services, whose answer
 * has the days, the services, and the days on which something happened to one; the others are
 * alike.
 */
@Repository
class UptimeQuery {

  private static final String DAY =
      """
      tstzrange((span.first + n)::timestamp at time zone span.name,
            least((span.first + n + 1)::timestamp at time zone span.name, :now::timestamptz))\
      """;

  /**
   * The days of an interval i of a service that is asked for. They are counted, not looked up, and
   * intervals are found service by service ({@code offset 0}): a plan is to be good whatever is
   * known of how many there are, of this organization or of others.
   */
  private static final String TOUCHED =
      """
      join whole on i.during && whole.during
        cross join span
        cross join lateral generate_series(%s, %s) n
        cross join lateral (select span.first + n as day, %s as during) d
        where d.during && i.during and d.day >= asked.start_date\
      """
          .formatted(
              nth("greatest(lower(i.during), lower(whole.during))"),
              nth("least(upper(i.during), upper(whole.during))"),
              DAY);

  private static final String DAYS =
      """
      with zone as (
        select coalesce((
          select time_zone from status.pages where organization_id = :organization), 'UTC') as name),
      span as (
        select zone.name,
          (:now::timestamptz at time zone zone.name)::date - (:days - 1)::integer as first
        from zone),
      days as (
        select span.first + n as day, %6$s as during
        from span, generate_series(0, (:days - 1)::integer) n),
      whole as (select range_merge(range_agg(during)) as during from days),
      asked as (
        select s.id, s.start_date from status.services s
        where s.organization_id = :organization and s.id = any(:ids::uuid[])),
      harm as (
        select i.service_id, d.day,
          range_agg(i.during * d.during) filter (where i.impact = 'major_outage') as major,
          range_agg(i.during * d.during) filter (where i.impact = 'partial_outage') as partial,
          range_agg(i.during * d.during) filter (where i.impact = 'degraded_performance') as degraded,
          array_agg(distinct i.incident_id) as incidents
        from asked cross join lateral (
          select * from status.impacts where service_id = asked.id offset 0) i
        %1$s
        group by i.service_id, d.day),
      work as (
        select asked.id as service_id, d.day, range_agg(i.during * d.during) as during
        from asked cross join lateral (
          select tstzrange(m.begins_at, m.ends_at) as during from status.maintenance_services x
          join status.maintenances m on m.id = x.maintenance_id
          where x.service_id = asked.id and m.cancelled_at is null and m.begins_at < m.ends_at
          offset 0) i
        %1$s
        group by asked.id, d.day),
      parts as (
        select coalesce(harm.service_id, work.service_id) as id, coalesce(harm.day, work.day) as day,
          coalesce(harm.major, '{}') as major, coalesce(harm.partial, '{}') as partial,
          coalesce(harm.degraded, '{}') as degraded, coalesce(work.during, '{}') as work,
          harm.incidents
        from harm full join work on work.service_id = harm.service_id and work.day = harm.day)
      select 0 as kind, null::uuid as id, zone.name as zone, d.day,
        coalesce(extract(epoch from upper(d.during) - lower(d.during)), 0) as passed,
        null::uuid[] as incidents, 0 as major, 0 as partial, 0 as degraded, 0 as work
      from days d, zone
      union all
      select 1, asked.id, null, asked.start_date, null, null, 0, 0, 0, 0 from asked
      union all
      select 2, p.id, null, p.day, null, p.incidents, %2$s, %3$s, %4$s, %5$s from parts p
      order by kind, id, day
      """
          .formatted(
              TOUCHED,
              seconds("p.major - p.work"),
              seconds("p.partial - p.major - p.work"),
              seconds("p.degraded - p.partial - p.major - p.work"),
              seconds("p.work"),
              DAY);

  private final JdbcClient jdbc;

  UptimeQuery(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Of some services of an organization; those that are not there are left out. */
  Map<ServiceId, Uptime> of(
      Collection<ServiceId> services, OrganizationId organization, int days, Instant now) {
    ResultSetExtractor<Map<ServiceId, Uptime>> reading = rows -> new UptimeRows().read(rows);
    return jdbc.sql(DAYS)
        .param("organization", organization.value())
        .param("ids", ServiceId.values(services))
        .param("days", days)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(reading);
  }

  /** Which of the days a moment is on. */
  private static String nth(String moment) {
    return "(%s at time zone span.name)::date - span.first".formatted(moment);
  }

  private static String seconds(String multirange) {
    return "(select coalesce(sum(extract(epoch from upper(r) - lower(r))), 0) from unnest("
        + multirange
        + ") r)";
  }
}
