package com.faultmaven.identity.signins;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets sign-ins a week after they have expired, and with them their refresh tokens. */
@Component
class SignInRetention {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int BATCH = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  SignInRetention(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "10m", fixedDelayString = "10m")
  void forget() {
    OffsetDateTime before = clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC);
    for (String sql :
        new String[] {
          """
          delete from identity.sign_ins where sign_in_id = any(array(
            select sign_in_id from identity.sign_ins where expires_at < ?
            order by expires_at limit ?))
          """,
          """
          delete from identity.refresh_tokens where token_hash = any(array(
            select token_hash from identity.refresh_tokens where expires_at < ?
            order by expires_at limit ?))
          """
        }) {
      int forgotten;
      do {
        forgotten = jdbc.sql(sql).params(before, BATCH).update();
      } while (forgotten == BATCH);
    }
  }
}
