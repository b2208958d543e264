package com.faultmaven.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was told of mails as it is stored, and what they become by it. */
@Repository
class MailEventRows {

  private final JdbcClient jdbc;

  MailEventRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail that something is told of. */
  record Known(MailKey key, String messageId, @Nullable String recipient) {}

  /** What names an event. */
  record Name(String messageId, String type, Instant at) {}

  /** What a mail became. */
  record Became(MailKey key, Purpose purpose, MailState state) {}

  /** Locks the mails that events name, always in the same order. */
  List<Known> lock(Collection<MailEvent> events) {
    return jdbc.sql(
            """
            select key, message_id, recipient from mail.messages
            where key = any(:keys) or message_id = any(:ids) order by key for update
            """)
        .param(
            "keys",
            events.stream().map(MailEvent::key).filter(Objects::nonNull).toArray(String[]::new))
        .param(
            "ids",
            events.stream()
                .map(MailEvent::messageId)
                .filter(Objects::nonNull)
                .toArray(String[]::new))
        .query(
            (row, _) ->
                new Known(
                    new MailKey(row.getString("key")),
                    row.getString("message_id"),
                    row.getString("recipient")))
        .list();
  }

  /** Stores events in one statement; returns those that were new. */
  Set<Name> insert(Map<Name, MailEvent> events) {
    return Set.copyOf(
        jdbc.sql(
                """
                insert into mail.mail_events (message_id, type, at, bounce_type, reason)
                select id, type, at::timestamptz, bounce, reason
                from unnest(:ids::text[], :types::text[], :times::text[], :bounces::text[],
                  :reasons::text[]) t (id, type, at, bounce, reason)
                on conflict do nothing
                returning message_id, type, at
                """)
            .param("ids", events.keySet().stream().map(Name::messageId).toArray(String[]::new))
            .param("types", events.keySet().stream().map(Name::type).toArray(String[]::new))
            .param(
                "times",
                events.keySet().stream().map(it -> it.at().toString()).toArray(String[]::new))
            .param(
                "bounces",
                events.values().stream().map(MailEventRows::bounce).toArray(String[]::new))
            .param(
                "reasons", events.values().stream().map(MailEvent::reason).toArray(String[]::new))
            .query(MailEventRows::name)
            .list());
  }

  private static @Nullable String bounce(MailEvent event) {
    return event.type() != MailEvent.Type.BOUNCED ? null : event.soft() ? "soft" : "hard";
  }

  private static Name name(ResultSet row, int number) throws SQLException {
    return new Name(
        row.getString("message_id"),
        row.getString("type"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }

  /**
   * Has mails become what was told of them, where a server may have them: of one that is being
   * handed over it is seen to when that is done.
   */
  List<Became> apply(Collection<String> messageIds, Instant now) {
    return jdbc.sql(
            """
            update mail.messages m
            set state = told.state, settled_at = :now, next_attempt_at = null,
              error = case when told.state <> 'delivered' then %s end,
              sent_at = coalesce(m.sent_at, m.handed_over_at), delivered_at = told.delivered_at,
              bytes = case when m.purpose <> 'account' then m.bytes end
            from (
              select m.key, %s as state, %s as delivered_at
              from mail.messages m where m.message_id = any(:ids)) told
            where m.key = told.key and told.state is not null
              and (told.state <> m.state or told.delivered_at is distinct from m.delivered_at)
              and (m.state in ('sent', 'unconfirmed', 'delivered', 'bounced', 'complained')
                or m.state = 'queued' and m.handed_over_at is not null)
            returning m.key, m.purpose, m.state
            """
                .formatted(Told.WHY, Told.STATE, Told.DELIVERED_AT))
        .param("ids", messageIds.toArray(String[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .query(
            (row, _) ->
                new Became(
                    new MailKey(row.getString("key")),
                    Purpose.of(row.getString("purpose")),
                    MailState.of(row.getString("state"))))
        .list();
  }

  /** Remembers what a provider calls mails. */
  void nameByProvider(Map<String, String> names) {
    jdbc.sql(
            """
            update mail.messages m set provider_message_id = t.name
            from unnest(:ids::text[], :names::text[]) t (id, name) where m.message_id = t.id
            """)
        .param("ids", names.keySet().toArray(String[]::new))
        .param("names", names.values().toArray(String[]::new))
        .update();
  }

  /** Another try is told of anew. */
  void spend(String messageId) {
    jdbc.sql("update mail.mail_events set spent = true where message_id = ? and not spent")
        .param(messageId)
        .update();
  }
}
