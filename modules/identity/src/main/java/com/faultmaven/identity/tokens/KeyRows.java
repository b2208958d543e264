package com.faultmaven.identity.tokens;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored keys, whose private parts are encrypted. */
@Component
class KeyRows {

  /** Keys are made by one transaction at a time. */
  private static final long LOCK = 7_305_816_441_270_019_001L;

  private static final int BITS = 2048;

  private final JdbcClient jdbc;

  KeyRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record Stored(SigningKey key, byte[] privatePart, boolean compromised) {

    boolean isAboutToSign(Instant now) {
      return !compromised && key.signsFrom().isAfter(now);
    }
  }

  /** Those whose tokens may be unexpired, the newest first. */
  List<Stored> all(Instant retiredAfter) {
    return jdbc.sql(
            """
            select kid, private_key, created_at, signs_from, retired_at, compromised_at
            from identity.signing_keys where retired_at is null or retired_at > ?
            order by signs_from desc, kid
            """)
        .param(at(retiredAfter))
        .query((row, _) -> stored(row))
        .list();
  }

  /** Waits for whoever else makes a key, until the transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row, _) -> true).single();
  }

  /** Makes a key that signs from a moment on, and lets the others sign until then. */
  void add(KeyCipher cipher, Instant now, Instant signsFrom) {
    RSAKey key = generate();
    jdbc.sql(
            """
            with others as (
              update identity.signing_keys set retired_at = ?
              where retired_at is null or retired_at > ?)
            insert into identity.signing_keys (kid, private_key, public_key, created_at, signs_from)
            values (?, ?, ?::jsonb, ?, ?)
            """)
        .params(
            at(signsFrom),
            at(signsFrom),
            key.getKeyID(),
            cipher.encrypt(key.getKeyID(), key.toJSONString()),
            key.toPublicJWK().toJSONString(),
            at(now),
            at(signsFrom))
        .update();
  }

  /** Retires every key, also one that is about to sign, since somebody else may have it. */
  void compromise(Instant now) {
    jdbc.sql(
            """
            update identity.signing_keys
            set compromised_at = ?, retired_at = least(coalesce(retired_at, ?), ?)
            """)
        .params(at(now), at(now), at(now))
        .update();
  }

  void deleteRetired(Duration before, Instant now) {
    jdbc.sql("delete from identity.signing_keys where retired_at < ?")
        .param(at(now.minus(before)))
        .update();
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException impossible) {
      throw new IllegalStateException("This Java makes no RSA keys", impossible);
    }
  }

  static RSAKey parse(String json) {
    try {
      return RSAKey.parse(json);
    } catch (ParseException broken) {
      throw new IllegalStateException("A stored key is no key", broken);
    }
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        new SigningKey(
            row.getString("kid"),
            instant(row, "created_at"),
            instant(row, "signs_from"),
            row.getObject("retired_at") == null ? null : instant(row, "retired_at")),
        row.getBytes("private_key"),
        row.getObject("compromised_at") != null);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
