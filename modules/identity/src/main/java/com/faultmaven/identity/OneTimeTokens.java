package com.faultmaven.identity;

import com.faultmaven.kernel.UserId;
import com.faultmaven.web.Sha256;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tokens that go out by mail, and count once and for half an hour. A new one of a user takes the
 * place of those before. Their hashes alone are stored.
 */
@Component
class OneTimeTokens {

  private static final Duration LIFETIME = Duration.ofMinutes(30);
  private static final int BYTES = 32;

  private static final String ISSUE =
      """
      with earlier as (
        delete from identity.one_time_tokens where user_id = ? and purpose = ?)
      insert into identity.one_time_tokens (token_hash, user_id, purpose, data, created_at,
        expires_at)
      values (?, ?, ?, jsonb_build_object('email', ?::text), ?, ?)
      """;

  private static final String LIVE =
      "token_hash = ? and purpose = ? and used_at is null and expires_at > ?";

  private final JdbcClient jdbc;
  private final RandomGenerator random;
  private final Clock clock;

  OneTimeTokens(JdbcClient jdbc, RandomGenerator random, Clock clock) {
    this.jdbc = jdbc;
    this.random = random;
    this.clock = clock;
  }

  /** What a token is for. */
  enum Purpose {
    PASSWORD_RESET,
    EMAIL_VERIFICATION;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Whom a token was sent to.
   *
   * @param email the address
   */
  record Sent(UserId user, String email) {}

  /** A new token, which nobody else knows. */
  String issue(UserId user, Purpose purpose, String email) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = "fmo_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    OffsetDateTime now = now();
    jdbc.sql(ISSUE)
        .params(user.value(), purpose.word())
        .params(Sha256.of(token), user.value(), purpose.word(), email, now, now.plus(LIFETIME))
        .update();
    return token;
  }

  /** Whom a token was sent to that still counts. */
  Optional<Sent> find(String token, Purpose purpose) {
    return jdbc.sql("select user_id, data ->> 'email' from identity.one_time_tokens where " + LIVE)
        .params(Sha256.of(token), purpose.word(), now())
        .query((row, _) -> new Sent(new UserId(row.getString(1)), row.getString(2)))
        .optional();
  }

  /** Uses a token up; nothing if somebody else has. */
  Optional<Sent> use(String token, Purpose purpose) {
    return jdbc.sql(
            "update identity.one_time_tokens set used_at = ? where "
                + LIVE
                + " returning user_id, data ->> 'email'")
        .params(now(), Sha256.of(token), purpose.word(), now())
        .query((row, _) -> new Sent(new UserId(row.getString(1)), row.getString(2)))
        .optional();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
