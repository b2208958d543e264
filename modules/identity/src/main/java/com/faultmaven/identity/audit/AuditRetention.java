package com.faultmaven.identity.audit;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets what was recorded a year ago, some of it at a time. */
@Component
class AuditRetention implements RecurringTask {

  private static final Duration KEPT = Duration.ofDays(365);
  private static final int BATCH = 1000;

  private static final String FORGET =
      """
      delete from identity.audit where audit_id = any(array(
        select audit_id from identity.audit where at < ? order by at limit ?))
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  AuditRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "identity.forget-audit";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public void run() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    while (jdbc.sql(FORGET).params(before, BATCH).update() == BATCH) {}
  }
}
