package com.faultmaven.web.ratelimits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Those of all processes, in {@code edge.rate_limits}. Each use is a transaction of its own on a
 * connection of its own, which within another transaction would be a second one.
 */
final class DatabaseBuckets implements Buckets {

  private final SharedBuckets<Long> buckets;

  DatabaseBuckets(DataSource database, TimeMeter time, long most) {
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
  public <T> Optional<T> use(long name, Limit limit, Function<Bucket, T> usage) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "The limit " + limit.name() + " is asked for before a transaction, not within one.");
    }
    return Optional.of(usage.apply(buckets.get(name, limit)));
  }
}
