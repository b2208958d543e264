package com.faultmaven.mail;

import com.faultmaven.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The mails as they are stored. */
@Repository
class Mails {

  private final JdbcClient jdbc;
  private final Clock clock;

  Mails(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A mail somebody is to hand over, or was handing over. */
  record Waiting(
      MailKey key,
      Purpose purpose,
      @Nullable String recipient,
      MailState state,
      byte @Nullable [] bytes,
      int attempts,
      boolean forgotten,
      Instant createdAt) {

    private static Waiting of(ResultSet row, int number) throws SQLException {
      return new Waiting(
          new MailKey(row.getString("key")),
          Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
          row.getString("recipient"),
          MailState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
          row.getBytes("bytes"),
          row.getInt("attempts"),
          row.getBoolean("forgotten"),
          row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
  }

  /** Returns whether there was none under the key. */
  boolean insert(OutgoingMail mail, String messageId, byte @Nullable [] bytes) {
    return jdbc.sql(
                """
                insert into mail.messages
                  (key, purpose, message_id, recipient, about_user, state, bytes, created_at)
                values (:key, :purpose, :id, :to, :about, 'queued', :bytes, :now)
                on conflict (key) do nothing
                """)
            .param("key", mail.key().value())
            .param("purpose", mail.purpose().word())
            .param("id", messageId)
            .param("to", mail.to().length() > 254 ? null : mail.to(), Types.VARCHAR)
            .param("about", mail.about() == null ? null : mail.about().value(), Types.VARCHAR)
            .param("bytes", bytes, Types.BINARY)
            .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** Locks it. */
  Optional<Waiting> lock(MailKey key) {
    return jdbc.sql(
            """
            select key, purpose, recipient, state, bytes, attempts, forgotten, created_at
            from mail.messages where key = ? for update
            """)
        .param(key.value())
        .query(Waiting::of)
        .optional();
  }

  void beginToHandOver(MailKey key) {
    jdbc.sql(
            """
            update mail.messages
            set state = 'sending', attempts = attempts + 1, handed_over_at = :now
            where key = :key
            """)
        .param("key", key.value())
        .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void putOff(MailKey key, String error) {
    jdbc.sql("update mail.messages set state = 'queued', error = :error where key = :key")
        .param("key", key.value())
        .param("error", error)
        .update();
  }

  /**
   * What may hold a token goes. What is in doubt is so since it was handed over, or may have been.
   */
  void settle(MailKey key, MailState state, @Nullable String error, Instant at) {
    jdbc.sql(
            """
            update mail.messages
            set state = :state, error = :error, settled_at = :at,
              handed_over_at = case when :state = 'unconfirmed'
                then coalesce(handed_over_at, :at) else handed_over_at end,
              bytes = case when purpose <> 'account' then bytes end,
              recipient = case when purpose <> 'account' then recipient end
            where key = :key
            """)
        .param("key", key.value())
        .param("state", state.word())
        .param("error", error, Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  List<MailKey> cancel(Collection<MailKey> keys) {
    return keys(
        jdbc.sql(
                """
                update mail.messages
                set state = 'cancelled', settled_at = :now, bytes = null
                where key = any(:keys) and state = 'queued' returning key
                """)
            .param("keys", values(keys))
            .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE));
  }

  /** Returns those that are gone at once. */
  List<MailKey> forget(Collection<MailKey> keys) {
    jdbc.sql(
            """
            update mail.messages set forgotten = true
            where key = any(:keys) and state = 'sending'
            """)
        .param("keys", values(keys))
        .update();
    return keys(
        jdbc.sql(
                """
                delete from mail.messages
                where key = any(:keys) and state <> 'sending' returning key
                """)
            .param("keys", values(keys)));
  }

  List<MailKey> deleteSomeAbout(UserId user, int most) {
    return keys(
        jdbc.sql(
                """
                delete from mail.messages where key = any(array(
                  select key from mail.messages
                  where about_user = :user and state <> 'sending' limit :most
                  for update skip locked))
                returning key
                """)
            .param("user", user.value())
            .param("most", most));
  }

  boolean isAnyAbout(UserId user) {
    return jdbc.sql("select exists (select from mail.messages where about_user = ?)")
        .param(user.value())
        .query(Boolean.class)
        .single();
  }

  List<MailKey> deleteSomeSettled(Instant upTo, int most) {
    return keys(
        jdbc.sql(
                """
                delete from mail.messages where key = any(array(
                  select key from mail.messages
                  where settled_at <= :upTo and state <> 'unconfirmed'
                  order by settled_at limit :most for update skip locked))
                returning key
                """)
            .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("most", most));
  }

  /** Some of those nobody has heard of since then. */
  List<MailKey> inDoubtSince(Instant upTo, int most) {
    return keys(
        jdbc.sql(
                """
                select key from mail.messages
                where state = 'unconfirmed' and handed_over_at <= :upTo
                order by handed_over_at limit :most for update skip locked
                """)
            .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("most", most));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String[] values(Collection<MailKey> keys) {
    return keys.stream().map(MailKey::value).toArray(String[]::new);
  }

  private static List<MailKey> keys(JdbcClient.StatementSpec statement) {
    return statement.query(String.class).list().stream().map(MailKey::new).toList();
  }
}
