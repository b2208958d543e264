package com.faultmaven.web.ratelimits;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Removes buckets that are full again, which are the same as none. */
class ForgottenBuckets {

  private static final int AT_ONCE = 1000;

  private final JdbcClient database;
  private final Clock clock;

  ForgottenBuckets(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Every batch is a transaction of its own. */
  @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT10M")
  void forgetFull() {
    int forgotten;
    do {
      forgotten = forgetSome();
    } while (forgotten == AT_ONCE);
  }

  /** Reads the table: an index by time would have to be written at every use of a bucket. */
  private int forgetSome() {
    return database
        .sql(
            """
            delete from edge.rate_limits
             where id = any(array(
                   select id from edge.rate_limits
                    where expires_at < :now
                    limit :most
                      for update skip locked))
            """)
        .param("now", clock.millis())
        .param("most", AT_ONCE)
        .update();
  }
}
