package com.faultmaven.status.metrics;

import com.faultmaven.status.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What there is in all organizations.
 *
 * @param quiet for how many seconds nothing was said of the active incident that is silent longest
 * @param waiting for how many seconds the oldest delivery waits that was never tried
 */
record StatusCounts(long services, Map<Severity, Long> active, double quiet, double waiting) {

  private static final String COUNT =
      """
      select i.severity, count(*) as incidents,
        extract(epoch from :now - min(coalesce((
          select u.created_at from status.incident_updates u where u.incident_id = i.id
          order by u.seq desc limit 1), i.created_at))) as quiet,
        (select count(*) from status.services) as services,
        (select extract(epoch from :now - d.created_at) from status.deliveries d
          where d.settled_at is null and d.attempts = 0 and exists (
            select from status.subscriptions s
            where s.id = d.subscription_id and s.state = 'active')
          order by d.created_at limit 1) as waiting
      from (values ('critical'), ('high'), ('medium'), ('low')) all_of (word)
      left join status.incidents i on i.severity = all_of.word and i.status <> 'resolved'
      group by all_of.word, i.severity
      """;

  static StatusCounts read(JdbcClient jdbc, Instant now) {
    return jdbc.sql(COUNT)
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(StatusCounts::of);
  }

  private static StatusCounts of(ResultSet rows) throws SQLException {
    Map<Severity, Long> active = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      active.put(severity, 0L);
    }
    long services = 0;
    double quiet = 0;
    double waiting = 0;
    while (rows.next()) {
      services = rows.getLong("services");
      waiting = Math.max(0, rows.getDouble("waiting"));
      String severity = rows.getString("severity");
      if (severity != null) {
        active.put(Severity.of(severity), rows.getLong("incidents"));
        quiet = Math.max(quiet, rows.getDouble("quiet"));
      }
    }
    return new StatusCounts(services, active, quiet, waiting);
  }
}
