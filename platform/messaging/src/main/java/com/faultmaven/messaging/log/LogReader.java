package com.faultmaven.messaging.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads the log in the order of its positions, and only as far as no transaction can still write
 * before what was read. That order keeps the events of one aggregate in the order of their
 * versions, because each is written under the lock of its aggregate.
 */
@Component
public class LogReader {

  /** Settled: nothing that still runs, or comes, can write before it. */
  static final String SETTLED =
      "horizon < (select base from events.log_base)"
          + " + pg_snapshot_xmin(pg_current_snapshot())::text::bigint";

  private static final String AFTER = "(horizon, seq) > (?, ?) and " + SETTLED;

  /**
   * Goes on from event to event until there are enough, or their payloads have enough bytes: none
   * is measured beyond that, and one that is larger is there alone.
   */
  private static final String BATCH =
      """
      with recursive batch as (
        (select log.*, 1 as number, octet_length(payload::text)::bigint as bytes
        from events.event_log log where (horizon, seq) > (:horizon, :seq) and %1$s
        order by horizon, seq limit 1)
        union all
        select log.*, batch.number + 1, batch.bytes + octet_length(log.payload::text)
        from batch cross join lateral (
          select * from events.event_log
          where (horizon, seq) > (batch.horizon, batch.seq) and %1$s
          order by horizon, seq limit 1) log
        where batch.number < :events and batch.bytes < :bytes)
      select * from batch order by horizon, seq
      """;

  private final JdbcClient jdbc;

  LogReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next events after a position; one statement. */
  public List<LoggedEvent> after(LogPosition position, Batch most) {
    return batch(SETTLED, position, most).query(LogReader::event).list();
  }

  /**
   * The next events of some types among the next events of all; two statements, the second of which
   * looks no further than the first.
   *
   * @param types any of these; empty means all
   * @param looked at most so many events of any type
   */
  LogPage after(LogPosition position, List<String> types, Batch most, int looked) {
    if (types.isEmpty()) {
      List<LoggedEvent> events = after(position, most);
      return new LogPage(events, events.isEmpty() ? position : events.getLast().position());
    }
    LogPosition end = endOfNext(position, looked);
    List<LoggedEvent> events = between(position, end, types, most);
    return new LogPage(events, events.isEmpty() ? end : events.getLast().position());
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
      LogPosition position, LogPosition end, List<String> types, Batch most) {
    return batch(
            "(horizon, seq) <= (:endHorizon, :endSeq) and event_type = any (:types)",
            position,
            most)
        .param("endHorizon", end.horizon())
        .param("endSeq", end.seq())
        .param("types", types.toArray(String[]::new))
        .query(LogReader::event)
        .list();
  }

  private StatementSpec batch(String condition, LogPosition position, Batch most) {
    return jdbc.sql(BATCH.formatted(condition))
        .param("horizon", position.horizon())
        .param("seq", position.seq())
        .param("events", most.events())
        .param("bytes", most.bytes());
  }

  /** What comes after a position; one statement that reads two rows, however long the backlog. */
  public Backlog backlogAfter(LogPosition position) {
    return jdbc.sql(
            """
            select next.occurred_at as oldest, last.seq - next.seq + 1 as events from (
              select seq, occurred_at from events.event_log where %s
              order by horizon, seq limit 1) next,
              (select seq from events.event_log where %s
              order by horizon desc, seq desc limit 1) last
            """
                .formatted(AFTER, SETTLED))
        .params(position.horizon(), position.seq())
        .query(LogReader::backlog)
        .optional()
        .orElse(Backlog.NONE);
  }

  private static Backlog backlog(ResultSet row, int number) throws SQLException {
    // seq is the order of events only nearly
    long events = Math.max(1, row.getLong("events"));
    return new Backlog(events, row.getObject("oldest", OffsetDateTime.class).toInstant());
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
        row.getString("aggregate_type"),
        row.getString("aggregate_id"),
        row.getLong("aggregate_version"),
        row.getString("payload"));
  }

  static LogPosition position(ResultSet row) throws SQLException {
    return new LogPosition(row.getLong("horizon"), row.getLong("seq"));
  }
}
