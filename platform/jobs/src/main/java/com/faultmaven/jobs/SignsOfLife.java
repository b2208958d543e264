package com.faultmaven.jobs;

import com.faultmaven.database.Cluster;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes that somebody is at work on this database, and finds out at the start, before any task is
 * done, whether it was restored: its history of transactions is another one, or it is another
 * database of its cluster, and nobody has been at work for a while. A failover begins another
 * history too, but a moment after the last work.
 */
@Component
class SignsOfLife implements LastRestore, RecurringTask, SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(SignsOfLife.class);

  /** Longer than a failover takes, with the start of a process after it. */
  static final Duration REST = Duration.ofMinutes(10);

  private static final String LOCKED =
      """
      select cluster, alive_at,
        pg_snapshot_xmax(pg_current_snapshot())::text::bigint < transactions
          or database <> (select oid from pg_database where datname = current_database()) as other
      from jobs.life for update
      """;

  private static final String NOTE =
      """
      update jobs.life set cluster = coalesce(:cluster, cluster), alive_at = :now,
        database = (select oid from pg_database where datname = current_database()),
        transactions = pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
        restored_at = coalesce(:restored, restored_at)
      """;

  private static final String ALIVE =
      """
      update jobs.life set alive_at = ?,
        transactions = pg_snapshot_xmax(pg_current_snapshot())::text::bigint
      """;

  /**
   * What was noted last.
   *
   * @param other whether there were more transactions then, as cannot be in one history, or it was
   *     another database
   */
  private record Noted(@Nullable String cluster, Instant aliveAt, boolean other) {

    boolean isRestored(@Nullable String now, Instant at) {
      boolean elsewhere = other || (now != null && cluster != null && !now.equals(cluster));
      return elsewhere && aliveAt.isBefore(at.minus(REST));
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private volatile Instant restoredAt = Instant.EPOCH;

  SignsOfLife(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    String cluster = Cluster.name(jdbc);
    transaction.executeWithoutResult(_ -> note(cluster));
    restoredAt =
        jdbc.sql("select coalesce(restored_at, 'epoch') from jobs.life")
            .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .single();
  }

  /** Whoever waits for the row finds that it is noted. */
  private void note(@Nullable String cluster) {
    Instant now = clock.instant();
    Noted noted =
        jdbc.sql(LOCKED)
            .query(
                (row, _) ->
                    new Noted(
                        row.getString("cluster"),
                        row.getObject("alive_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("other")))
            .single();
    boolean restored = noted.isRestored(cluster, now);
    if (restored) {
      LOG.warn("The database was restored: what was waiting to be sent is held back");
    }
    OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
    jdbc.sql(NOTE)
        .param("cluster", cluster, Types.VARCHAR)
        .param("now", at, Types.TIMESTAMP_WITH_TIMEZONE)
        .param("restored", restored ? at : null, Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  @Override
  public Instant at() {
    return restoredAt;
  }

  @Override
  public String name() {
    return "jobs.alive";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    jdbc.sql(ALIVE).param(clock.instant().atOffset(ZoneOffset.UTC)).update();
  }
}
