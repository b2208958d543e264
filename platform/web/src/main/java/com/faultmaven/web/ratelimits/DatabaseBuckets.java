package com.faultmaven.web.ratelimits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Those of all processes, in {@code edge.rate_limits}. Each use is a transaction of its own on a
 * connection of its own, which within another transaction would be a second one.
 */
final class DatabaseBuckets implements Buckets {

  private final SharedBuckets<Long> buckets;
  private final JdbcClient jdbc;
  private final TimeMeter time;

  DatabaseBuckets(DataSource database, TimeMeter time, long most) {
    this.jdbc = JdbcClient.create(database);
    this.time = time;
    this.buckets =
        new SharedBuckets<>(
            Bucket4jPostgreSQL.selectForUpdateBasedBuilder(database)
                .table("edge.rate_limits")
                .clientClock(time)
                .expirationAfterWrite(SharedBuckets.UNTIL_FULL)
                .build(),
            most);
  }

  @Override
  public <T> Optional<T> use(Limit limit, String key, Function<Bucket, T> usage) {
    requireNoTransaction(limit.name());
    return Optional.of(buckets.use(BucketKey.of(limit, key), limit, usage));
  }

  /** One statement for all of them; a row that is full again is the same as none. */
  @Override
  public boolean areUnused(Collection<Long> names) {
    requireNoTransaction("of many");
    return jdbc.sql(
            """
            select not exists (
              select from edge.rate_limits where id = any(?) and expires_at > ?)
            """)
        .params(names.toArray(Long[]::new), TimeUnit.NANOSECONDS.toMillis(time.currentTimeNanos()))
        .query(Boolean.class)
        .single();
  }

  private static void requireNoTransaction(String limit) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "The limit " + limit + " is asked for before a transaction, not within one.");
    }
  }
}
