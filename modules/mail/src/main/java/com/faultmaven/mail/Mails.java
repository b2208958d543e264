package com.faultmaven.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The mails as they are stored, on their way out. */
@Repository
class Mails {

  private final JdbcClient jdbc;
  private final Clock clock;

  Mails(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A mail as it is to be stored; without bytes where nobody can be at its address. */
  record Prepared(OutgoingMail mail, String messageId, byte @Nullable [] bytes) {}

  /**
   * A mail somebody is to hand over, or was handing over.
   *
   * @param askedAt when somebody asked for it last
   * @param suppressed why its address gets no mail, if it gets none
   */
  record Waiting(
      MailKey key,
      Purpose purpose,
      @Nullable String recipient,
      MailState state,
      byte @Nullable [] bytes,
      int attempts,
      boolean forgotten,
      Instant askedAt,
      @Nullable SuppressionReason suppressed) {

    private static Waiting of(ResultSet row, int number) throws SQLException {
      String suppressed = row.getString("suppressed");
      return new Waiting(
          new MailKey(row.getString("key")),
          Purpose.of(row.getString("purpose")),
          row.getString("recipient"),
          MailState.of(row.getString("state")),
          row.getBytes("bytes"),
          row.getInt("attempts"),
          row.getBoolean("forgotten"),
          row.getObject("asked_at", OffsetDateTime.class).toInstant(),
          suppressed == null ? null : SuppressionReason.of(suppressed));
    }
  }

  /** Stores mails in one statement; returns the keys of those there were none of. */
  List<MailKey> insert(Collection<Prepared> mails) {
    return keys(
        jdbc.sql(
                """
                insert into mail.messages
                  (key, purpose, message_id, recipient, about_user, state, bytes, created_at)
                select key, purpose, id, recipient, about, 'queued', bytes, :now
                from unnest(:keys::text[], :purposes::text[], :ids::text[], :to::text[],
                  :about::text[], :bytes::bytea[]) m (key, purpose, id, recipient, about, bytes)
                on conflict (key) do nothing
                returning key
                """)
            .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("keys", mails.stream().map(it -> it.mail().key().value()).toArray(String[]::new))
            .param(
                "purposes",
                mails.stream().map(it -> it.mail().purpose().word()).toArray(String[]::new))
            .param("ids", mails.stream().map(Prepared::messageId).toArray(String[]::new))
            .param("to", mails.stream().map(it -> recipient(it.mail())).toArray(String[]::new))
            .param("about", mails.stream().map(it -> about(it.mail())).toArray(String[]::new))
            .param(
                "bytes",
                new SqlArrayValue(
                    "bytea",
                    (Object[]) mails.stream().map(Prepared::bytes).toArray(byte[][]::new))));
  }

  private static @Nullable String recipient(OutgoingMail mail) {
    return mail.to().length() > Address.LONGEST ? null : mail.to();
  }

  private static @Nullable String about(OutgoingMail mail) {
    return mail.about() == null ? null : mail.about().value();
  }

  /** Locks it. */
  Optional<Waiting> lock(MailKey key) {
    return jdbc.sql(
            """
            select m.key, m.purpose, m.recipient, m.state, m.bytes, m.attempts, m.forgotten,
              coalesce(m.retried_at, m.created_at) as asked_at,
              (select s.reason from mail.suppressions s
               where s.email = lower(m.recipient)) as suppressed
            from mail.messages m where m.key = ? for update
            """)
        .param(key.value())
        .query(Waiting::of)
        .optional();
  }

  void beginToHandOver(MailKey key, @Nullable String provider) {
    jdbc.sql(
            """
            update mail.messages
            set state = 'sending', attempts = attempts + 1, handed_over_at = :now,
              next_attempt_at = null, provider = :provider
            where key = :key
            """)
        .param("key", key.value())
        .param("provider", provider, Types.VARCHAR)
        .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  void putOff(MailKey key, String error, Instant next) {
    jdbc.sql(
            """
            update mail.messages set state = 'queued', error = :error, next_attempt_at = :next
            where key = :key
            """)
        .param("key", key.value())
        .param("error", error)
        .param("next", next.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  /**
   * Stores what became of a locked mail. If its provider was faster to tell of it, that is what
   * became of it. What may hold a token goes. What is in doubt is so since it was handed over, or
   * may have been.
   */
  MailState settle(MailKey key, MailState state, @Nullable String error, Instant at) {
    return jdbc.sql(
            """
            update mail.messages m
            set state = coalesce(case when :state in ('sent', 'unconfirmed') then %s end, :state),
              error = :error, settled_at = :at, next_attempt_at = null,
              handed_over_at = case when :state = 'unconfirmed'
                then greatest(coalesce(m.handed_over_at, :at), m.retried_at)
                else m.handed_over_at end,
              sent_at = case when :state = 'sent' then :at else m.sent_at end,
              delivered_at = %s,
              bytes = case when m.purpose <> 'account' then m.bytes end
            where m.key = :key
            returning m.state
            """
                .formatted(Told.STATE, Told.DELIVERED_AT))
        .param("key", key.value())
        .param("state", state.word())
        .param("error", error, Types.VARCHAR)
        .param("at", at.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query((row, _) -> MailState.of(row.getString("state")))
        .single();
  }

  List<MailKey> cancel(Collection<MailKey> keys) {
    return keys(
        jdbc.sql(
                """
                update mail.messages
                set state = 'cancelled', settled_at = :now, next_attempt_at = null,
                  bytes = case when purpose = 'letter' then bytes end
                where key = any(array(select key from mail.messages
                  where key = any(:keys) and state = 'queued' order by key for update))
                returning key
                """)
            .param("keys", values(keys))
            .param("now", now(), Types.TIMESTAMP_WITH_TIMEZONE));
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

  static String[] values(Collection<MailKey> keys) {
    return keys.stream().map(MailKey::value).toArray(String[]::new);
  }

  static List<MailKey> keys(JdbcClient.StatementSpec statement) {
    return statement.query(String.class).list().stream().map(MailKey::new).toList();
  }
}
