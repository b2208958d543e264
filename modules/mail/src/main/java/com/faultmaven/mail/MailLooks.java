package com.faultmaven.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails as those who sent them look at them, and have them tried again. */
@Repository
class MailLooks {

  /** No complaint and no bounce for good. */
  private static final String RETRYABLE =
      "(m.bytes is not null and (m.state in ('failed', 'unconfirmed') or m.state = 'bounced' and "
          + Told.RANK
          + " = 1))";

  private final JdbcClient jdbc;

  MailLooks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail that will be tried again, and how often it was. */
  record Retried(String messageId, int earlierAttempts) {}

  List<MailLook> of(Collection<MailKey> keys) {
    return jdbc.sql(
            """
            select m.key, m.state, m.message_id, m.attempts + m.earlier_attempts as attempts,
              m.next_attempt_at, m.provider, m.provider_message_id, m.sent_at, m.delivered_at,
              m.error, %s as retryable
            from mail.messages m where m.key = any(?)
            """
                .formatted(RETRYABLE))
        .param(keys.stream().map(MailKey::value).toArray(String[]::new))
        .query(MailLooks::look)
        .list();
  }

  Optional<byte[]> bytes(MailKey key) {
    return jdbc.sql("select bytes from mail.messages where key = ? and bytes is not null")
        .param(key.value())
        .query((row, _) -> row.getBytes("bytes"))
        .optional();
  }

  /** Has a mail wait for another try, where it may have one. */
  Optional<Retried> retry(MailKey key, Instant now) {
    return jdbc.sql(
            """
            update mail.messages m
            set state = 'queued', earlier_attempts = m.earlier_attempts + m.attempts, attempts = 0,
              error = null, settled_at = null, sent_at = null, delivered_at = null, retried_at = :now
            where m.key = :key and %s
            returning m.message_id, m.earlier_attempts
            """
                .formatted(RETRYABLE))
        .param("key", key.value())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> new Retried(row.getString("message_id"), row.getInt("earlier_attempts")))
        .optional();
  }

  private static MailLook look(ResultSet row, int number) throws SQLException {
    return new MailLook(
        new MailKey(row.getString("key")),
        MailState.of(row.getString("state")),
        row.getString("message_id"),
        row.getInt("attempts"),
        instant(row, "next_attempt_at"),
        row.getString("provider"),
        row.getString("provider_message_id"),
        instant(row, "sent_at"),
        instant(row, "delivered_at"),
        row.getString("error"),
        row.getBoolean("retryable"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
