package com.faultmaven.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Whom the links in letters stand for. Their hashes alone are stored. */
@Repository
class UnsubscribeTokens {

  private static final int BYTES = 16;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

  private final JdbcClient jdbc;
  private final RandomGenerator random;
  private final Clock clock;

  UnsubscribeTokens(JdbcClient jdbc, RandomGenerator random, Clock clock) {
    this.jdbc = jdbc;
    this.random = random;
    this.clock = clock;
  }

  String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Stores tokens, each with the address of its letter, in one statement. */
  void insert(Map<String, String> addresses) {
    jdbc.sql(
            """
            insert into mail.unsubscribe_tokens (token_hash, email, created_at)
            select hash, email, :now from unnest(:hashes::bytea[], :emails::text[]) t (hash, email)
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param(
            "hashes",
            new SqlArrayValue(
                "bytea",
                (Object[])
                    addresses.keySet().stream()
                        .map(UnsubscribeTokens::hash)
                        .toArray(byte[][]::new)))
        .param(
            "emails",
            addresses.values().stream()
                .map(email -> email.toLowerCase(Locale.ROOT))
                .toArray(String[]::new))
        .update();
  }

  /** The address a token stands for, in lower case. */
  Optional<String> addressOf(String token) {
    return FORM.matcher(token).matches()
        ? jdbc.sql("select email from mail.unsubscribe_tokens where token_hash = ?")
            .param(hash(token))
            .query(String.class)
            .optional()
        : Optional.empty();
  }

  int deleteSome(Instant upTo, int most) {
    return jdbc.sql(
            """
            delete from mail.unsubscribe_tokens where token_hash = any(array(
              select token_hash from mail.unsubscribe_tokens where created_at <= :upTo
              order by created_at limit :most for update skip locked))
            """)
        .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
