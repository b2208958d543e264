package com.faultmaven.sessions;

import com.faultmaven.jobs.RecurringTask;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the sessions whose time has come, with their events. Which to look at {@code sweep_at} says;
 * one that was active meanwhile is looked at again when it would end now.
 */
@Component
class Sweep implements RecurringTask {

  static final String DUE =
      """
      select %s from sessions.sessions s where s.sweep_at <= :now
      order by s.sweep_at limit :most for update skip locked
      """
          .formatted(SessionRows.COLUMNS);

  static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SessionProperties properties;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Sweep(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      SessionProperties properties,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.properties = properties;
    this.facts = facts;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "sessions.sweep";
  }

  @Override
  public Duration every() {
    return properties.sweepEvery();
  }

  @Override
  public void run() {
    while (Objects.requireNonNull(transaction.execute(status -> sweepSome())) == AT_ONCE) {}
  }

  /** Says how many it looked at. */
  private int sweepSome() {
    Instant now = clock.instant();
    List<Session> due =
        jdbc.sql(DUE)
            .param("now", time(now), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("most", AT_ONCE)
            .query(new SessionRows())
            .list();
    List<Session> ended = due.stream().filter(it -> !it.expiresAt().isAfter(now)).toList();
    if (ended.size() < due.size()) {
      onThose("update sessions.sessions set sweep_at = expires_at where session_id = any(?)", due);
    }
    if (!ended.isEmpty()) {
      onThose("delete from sessions.sessions where session_id = any(?)", ended);
    }
    ended.forEach(it -> facts.publishEvent(SessionCommands.expired(it, properties, now)));
    return due.size();
  }

  private void onThose(String sql, List<Session> sessions) {
    jdbc.sql(sql)
        .param((Object) sessions.stream().map(it -> it.id().value()).toArray(String[]::new))
        .update();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
