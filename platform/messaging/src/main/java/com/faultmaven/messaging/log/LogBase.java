package com.faultmaven.messaging.log;

import com.faultmaven.database.Cluster;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps positions of the log ascending when transaction ids do not, because the database was
 * restored: raises the base of new horizons before this process writes or reads an event. Positions
 * that readers hold stay good.
 */
@Component
class LogBase implements SmartInitializingSingleton {

  private static final Logger LOG = LoggerFactory.getLogger(LogBase.class);

  /**
   * More transactions than anybody has run since a backup was made: a reader may have come further
   * than the backup knows, and misses nothing that is written from now on.
   */
  private static final long LEAP = 1L << 40;

  /**
   * More transactions than anybody runs in a millisecond. New positions begin at so many for each
   * since 1970: also behind those that were given out when the same backup had been restored
   * before. There is room for them until the year 2248.
   */
  private static final long TRANSACTIONS_IN_A_MILLISECOND = 1L << 20;

  /** Greatest of what is stored, each read from the end of an index. */
  private static final String LAST =
      """
      greatest(
        (select horizon from events.event_log order by horizon desc, seq desc limit 1),
        (select horizon from events.event_log_archive order by horizon desc, seq desc limit 1),
        (select max(horizon) from events.log_position))
      """;

  private static final String STORED =
      """
      select base, cluster,
        %s >= base + pg_snapshot_xmax(pg_current_snapshot())::text::bigint as behind
      from events.log_base
      """
          .formatted(LAST);

  private static final String RAISE =
      """
      update events.log_base set base = greatest(
        greatest(base, %s) + ?, ? - pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
      """
          .formatted(LAST);

  /** No statement that knows the former base is still writing when readers know the new one. */
  private static final String AWAIT_WRITERS =
      "set local lock_timeout = '20s'; lock table events.event_log in share mode";

  private record Stored(long base, @Nullable String cluster, boolean behind) {

    boolean isOf(@Nullable String now) {
      return !behind && (now == null || now.equals(cluster));
    }

    /** Not where nobody has noted the cluster yet. */
    boolean needsLeap(@Nullable String now) {
      return behind || (now != null && cluster != null && !now.equals(cluster));
    }
  }

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  LogBase(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public void afterSingletonsInstantiated() {
    String now = Cluster.name(jdbc);
    if (!stored("").isOf(now)) {
      transaction.executeWithoutResult(_ -> adjust(now));
    }
  }

  /** Whoever waits for the row finds that it is done. */
  private void adjust(@Nullable String now) {
    Stored stored = stored("for update");
    if (stored.isOf(now)) {
      return;
    }
    if (stored.needsLeap(now)) {
      jdbc.sql(AWAIT_WRITERS).update();
      jdbc.sql(RAISE).param(LEAP).param(clock.millis() * TRANSACTIONS_IN_A_MILLISECOND).update();
      LOG.warn("The database was restored, or failed over: events go on behind all positions");
    }
    jdbc.sql("update events.log_base set cluster = ?, updated_at = ?")
        .param(now)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  private Stored stored(String lock) {
    return jdbc.sql(STORED + lock)
        .query(
            (row, _) ->
                new Stored(row.getLong("base"), row.getString("cluster"), row.getBoolean("behind")))
        .single();
  }
}
