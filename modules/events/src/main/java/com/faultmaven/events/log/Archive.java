package com.faultmaven.events.log;

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
        select xid, seq, occurred_at from events.event_log
        where (xid, seq) > (?::text::xid8, ?) and (xid, seq) <= (?::text::xid8, ?) and %s
        order by xid, seq limit ?),
      old as (
        select xid, seq from (
          select xid, seq, bool_and(occurred_at < ?) over (order by xid, seq) as old from next) marked
        where old),
      taken as (
        delete from events.event_log l using old
        where l.xid = old.xid and l.seq = old.seq returning l.*),
      kept as (
        insert into events.event_log_archive select taken.*, ?::timestamptz from taken
        returning xid, seq)
      select xid, seq from kept order by xid desc, seq desc limit 1
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
            Long.toString(from.xid()),
            from.seq(),
            Long.toString(to.xid()),
            to.seq(),
            atMost,
            before.atOffset(ZoneOffset.UTC),
            clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, number) -> LogReader.position(row))
        .optional();
  }
}
