package com.faultmaven.identity.signins;

import com.faultmaven.jobs.RecurringTask;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forgets refresh tokens a week after they have expired, and sign-ins after a month: until then
 * they tell where somebody usually comes from.
 */
@Component
class SignInRetention implements RecurringTask {

  private static final int BATCH = 500;

  private static final String SIGN_INS =
      """
      delete from identity.sign_ins where sign_in_id = any(array(
        select sign_in_id from identity.sign_ins where expires_at < ?
        order by expires_at limit ?))
      """;

  private static final String REFRESH_TOKENS =
      """
      delete from identity.refresh_tokens where token_hash = any(array(
        select token_hash from identity.refresh_tokens where expires_at < ?
        order by expires_at limit ?))
      """;

  private static final String ONE_TIME_TOKENS =
      """
      delete from identity.one_time_tokens where token_hash = any(array(
        select token_hash from identity.one_time_tokens where expires_at < ?
        order by expires_at limit ?))
      """;

  private static final String CODES =
      """
      delete from identity.authorization_codes where code_hash = any(array(
        select code_hash from identity.authorization_codes where expires_at < ?
        order by expires_at limit ?))
      """;

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
    forget(REFRESH_TOKENS, Duration.ofDays(7));
    forget(ONE_TIME_TOKENS, Duration.ofDays(1));
    forget(CODES, Duration.ofDays(1));
    forget(SIGN_INS, Duration.ofDays(30));
  }

  private void forget(String sql, Duration kept) {
    OffsetDateTime before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
    while (jdbc.sql(sql).params(before, BATCH).update() == BATCH) {}
  }
}
