package com.faultmaven.events.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the log in the order of its positions, and only as far as no transaction can still write
 * before what was read. That order keeps the events of one case in the order of their versions,
 * because each is written under the lock of its case.
 */
@Component
public class LogReader {

  /** Settled: nothing that still runs, or comes, can write before it. */
  static final String SETTLED = "horizon < pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

  private static final String AFTER = "(horizon, seq) > (?, ?) and " + SETTLED;

  /** Counting stops here: a backlog this long is told as this long. */
  private static final int COUNTED = 1_000_000;

  private final JdbcClient jdbc;

  LogReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next events after a position; one statement. */
  public List<LoggedEvent> after(LogPosition position, int limit) {
    return jdbc.sql(
            "select * from events.event_log where " + AFTER + " order by horizon, seq limit ?")
        .params(position.horizon(), position.seq(), limit)
        .query(LogReader::event)
        .list();
  }

  /**
   * The next events of some types among the next events of all; two statements, the second of which
   * looks no further than the first.
   *
   * @param types any of these; empty means all
   * @param looked at most so many events of any type
   */
  LogPage after(LogPosition position, List<String> types, int limit, int looked) {
    if (types.isEmpty()) {
      List<LoggedEvent> events = after(position, limit);
      return new LogPage(events, events.isEmpty() ? position : events.getLast().position());
    }
    LogPosition end = endOfNext(position, looked);
    List<LoggedEvent> events = between(position, end, types, limit);
    return new LogPage(events, events.size() < limit ? end : events.getLast().position());
  }

  private LogPosition endOfNext(LogPosition position, int looked) {
    return jdbc.sql(
            """
            select * from (
              select horizon, seq from events.event_log where %s order by horizon, seq limit ?) next
            order by horizon desc, seq desc limit 1
            """
                .formatted(AFTER))
        .params(position.horizon(), position.seq(), looked)
        .query((row, number) -> position(row))
        .optional()
        .orElse(position);
  }

  private List<LoggedEvent> between(
      LogPosition position, LogPosition end, List<String> types, int limit) {
    return jdbc.sql(
            """
            select * from events.event_log
            where (horizon, seq) > (?, ?) and (horizon, seq) <= (?, ?)
              and event_type = any (?)
            order by horizon, seq limit ?
            """)
        .params(
            position.horizon(),
            position.seq(),
            end.horizon(),
            end.seq(),
            types.toArray(String[]::new),
            limit)
        .query(LogReader::event)
        .list();
  }

  /** What comes after a position; one statement. */
  public Backlog backlogAfter(LogPosition position) {
    return jdbc.sql(
            """
            select count(*) as events, min(occurred_at) as oldest from (
              select occurred_at from events.event_log where %s order by horizon, seq limit ?) next
            """
                .formatted(AFTER))
        .params(position.horizon(), position.seq(), COUNTED)
        .query(
            (row, number) -> {
              OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              return new Backlog(row.getLong("events"), oldest == null ? null : oldest.toInstant());
            })
        .single();
  }

  /** Where a moment begins: right before the first event of it or later. */
  public Optional<LogPosition> before(Instant moment) {
    return jdbc.sql(
            "select horizon, seq - 1 as seq from events.event_log where occurred_at >= ? and "
                + SETTLED
                + " order by horizon, seq limit 1")
        .param(moment.atOffset(ZoneOffset.UTC))
        .query((row, number) -> position(row))
        .optional();
  }

  /** Whether the oldest event that is left happened after a moment. */
  boolean startsAfter(Instant moment) {
    return jdbc.sql("select occurred_at > ? from events.event_log order by horizon, seq limit 1")
        .param(moment.atOffset(ZoneOffset.UTC))
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  static LoggedEvent event(ResultSet row, int number) throws SQLException {
    return new LoggedEvent(
        position(row),
        row.getObject("event_id", UUID.class),
        row.getString("event_type"),
        row.getString("schema_version"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        row.getString("correlation_id"),
        row.getString("traceparent"),
        row.getString("aggregate_id"),
        row.getLong("aggregate_version"),
        row.getString("payload"));
  }

  static LogPosition position(ResultSet row) throws SQLException {
    return new LogPosition(row.getLong("horizon"), row.getLong("seq"));
  }
}
