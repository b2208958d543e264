package com.faultmaven.messaging.log;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where events go when they are old. */
@Component
class Archive {

  /**
   * Moves the oldest events, and none that comes after one that stays: what the position of the
   * archive says must be true of everything before it.
   */
  private static final String MOVE =
      """
      with next as (
        select horizon, seq, occurred_at from events.event_log
        where (horizon, seq) > (?, ?) and (horizon, seq) <= (?, ?) and %s
        order by horizon, seq limit ?),
      old as (
        select horizon, seq from (
          select horizon, seq, bool_and(occurred_at < ?) over (order by horizon, seq) as old from next) marked
        where old),
      taken as (
        delete from events.event_log l using old
        where l.horizon = old.horizon and l.seq = old.seq returning l.*),
      kept as (
        insert into events.event_log_archive (horizon, seq, event_id, event_type, schema_version,
          aggregate_type, aggregate_id, aggregate_version, occurred_at, correlation_id, traceparent,
          payload, archived_at)
        select horizon, seq, event_id, event_type, schema_version, aggregate_type, aggregate_id,
          aggregate_version, occurred_at, correlation_id, traceparent, payload, ?::timestamptz
        from taken
        returning horizon, seq)
      select horizon, seq from kept order by horizon desc, seq desc limit 1
      """
          .formatted(LogReader.SETTLED);

  private final JdbcClient jdbc;
  private final Clock clock;

  Archive(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Moves what happened before a moment; one statement, in the caller's transaction.
   *
   * @return the position of the last event moved
   */
  Optional<LogPosition> take(LogPosition from, LogPosition to, Instant before, int atMost) {
    return jdbc.sql(MOVE)
        .params(
            from.horizon(),
            from.seq(),
            to.horizon(),
            to.seq(),
            atMost,
            before.atOffset(ZoneOffset.UTC),
            clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> LogReader.position(row))
        .optional();
  }
}
