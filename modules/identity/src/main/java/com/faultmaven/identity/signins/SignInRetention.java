package com.faultmaven.identity.signins;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Forgets sign-ins and refresh tokens a week after they have expired, some of them at a time. */
@Component
class SignInRetention implements RecurringTask {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int BATCH = 500;

  private static final List<String> FORGET =
      List.of(
          """
          delete from identity.sign_ins where sign_in_id = any(array(
            select sign_in_id from identity.sign_ins where expires_at < ?
            order by expires_at limit ?))
          """,
          """
          delete from identity.refresh_tokens where token_hash = any(array(
            select token_hash from identity.refresh_tokens where expires_at < ?
            order by expires_at limit ?))
          """);

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "identity.forget-sign-ins";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    for (String sql : FORGET) {
      while (jdbc.sql(sql).params(before, BATCH).update() == BATCH) {}
    }
  }
}
