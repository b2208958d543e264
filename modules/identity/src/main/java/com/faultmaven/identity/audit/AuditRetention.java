package com.faultmaven.identity.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets what was recorded a year ago, some of it at a time. */
@Component
class AuditRetention {

  private static final Duration KEPT = Duration.ofDays(365);
  private static final int BATCH = 1000;

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "10m", fixedDelayString = "10m")
  void forget() {
    int forgotten;
    do {
      forgotten =
          jdbc.sql(
                  """
                  delete from identity.audit where audit_id = any(array(
                    select audit_id from identity.audit where at < ? order by at limit ?))
                  """)
              .params(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC), BATCH)
              .update();
    } while (forgotten == BATCH);
  }
}
