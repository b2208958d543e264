package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailLook;
import com.faultmaven.mail.MailState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Mails of letters as they are stored. Whoever writes one has locked its case. */
@Repository
class DeliveryRows {

  private static final String SELECT =
      """
      select delivery_id, number, escalation_id, case_id, target_id, email, kind, status, provider,
        message_id, provider_message_id, attempts, sent_at, delivered_at, error, created_at, version
      from escalations.deliveries
      """;

  private final JdbcClient jdbc;

  DeliveryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a mail belongs. */
  record Place(EscalationId escalation, CaseId caseId) {}

  /** A mail to be stored, as it is doing already. */
  record New(DeliveryId id, @Nullable TargetId target, String email, MailLook look) {}

  /** Stores the mails of a letter in one statement. */
  void insert(EscalationId escalation, CaseId id, List<New> deliveries, Instant now) {
    jdbc.sql(
            """
            insert into escalations.deliveries (delivery_id, escalation_id, case_id, target_id,
              email, kind, status, message_id, attempts, created_at, version)
            select d.id, :escalation, :case, d.target, d.email,
              case when d.target is null then 'cc' else 'to' end, d.status, d.message, 0, :now, 1
            from unnest(:ids::text[], :targets::text[], :emails::text[], :states::text[],
              :messages::text[]) with ordinality d (id, target, email, status, message, place)
            order by d.place
            """)
        .param("escalation", escalation.value())
        .param("case", id.value())
        .param("now", now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("ids", deliveries.stream().map(it -> it.id().value()).toArray(String[]::new))
        .param(
            "targets",
            deliveries.stream().map(New::target).map(DeliveryRows::text).toArray(String[]::new))
        .param("emails", deliveries.stream().map(New::email).toArray(String[]::new))
        .param(
            "states",
            deliveries.stream().map(it -> it.look().state().word()).toArray(String[]::new))
        .param(
            "messages", deliveries.stream().map(it -> it.look().messageId()).toArray(String[]::new))
        .update();
  }

  private static @Nullable String text(@Nullable TargetId target) {
    return target == null ? null : target.value();
  }

  /** Those of letters, in the order they were queued. */
  List<Delivery> of(Collection<EscalationId> escalations) {
    return jdbc.sql(SELECT + "where escalation_id = any(?) order by number")
        .param(escalations.stream().map(EscalationId::value).toArray(String[]::new))
        .query(DeliveryRows::delivery)
        .list();
  }

  Optional<Delivery> find(CaseId id, DeliveryId delivery) {
    return jdbc.sql(SELECT + "where delivery_id = ? and case_id = ?")
        .params(delivery.value(), id.value())
        .query(DeliveryRows::delivery)
        .optional();
  }

  Optional<Place> placeOf(MailKey key) {
    return jdbc.sql(
            "select escalation_id, case_id from escalations.deliveries where delivery_id = ?")
        .param(key.value())
        .query(
            (row, _) ->
                new Place(
                    new EscalationId(row.getString("escalation_id")),
                    CaseId.of(row.getString("case_id"))))
        .optional();
  }

  /** The latest first, before a number. */
  List<Delivery> page(
      CaseId id,
      @Nullable MailState status,
      @Nullable String escalation,
      long before,
      int most,
      int skip) {
    return filtered(
            SELECT
                + """
                where case_id = :case and number < :before
                  and (:status::text is null or status = :status)
                  and (:escalation::text is null or escalation_id = :escalation)
                order by number desc limit :most offset :skip
                """,
            id,
            status,
            escalation)
        .param("before", before)
        .param("most", most)
        .param("skip", skip)
        .query(DeliveryRows::delivery)
        .list();
  }

  long count(CaseId id, @Nullable MailState status, @Nullable String escalation) {
    return filtered(
            """
            select count(*) from escalations.deliveries
            where case_id = :case and (:status::text is null or status = :status)
              and (:escalation::text is null or escalation_id = :escalation)
            """,
            id,
            status,
            escalation)
        .query(Long.class)
        .single();
  }

  private StatementSpec filtered(
      String sql, CaseId id, @Nullable MailState status, @Nullable String escalation) {
    return jdbc.sql(sql)
        .param("case", id.value())
        .param("status", status == null ? null : status.word(), Types.VARCHAR)
        .param("escalation", escalation, Types.VARCHAR);
  }

  /** How many of these addresses a letter about the case went to since then, or may have. */
  int countSince(CaseId id, Collection<String> addresses, Instant since) {
    return jdbc.sql(
            """
            select count(distinct lower(email)) from escalations.deliveries
            where case_id = ? and lower(email) = any(?) and created_at > ?
              and status in ('queued', 'sending', 'sent', 'unconfirmed', 'delivered', 'bounced',
                'complained')
            """)
        .params(id.value(), addresses.toArray(String[]::new), since.atOffset(ZoneOffset.UTC))
        .query(Integer.class)
        .single();
  }

  /** Copies how mails are doing. */
  void copy(Collection<MailLook> looks) {
    for (MailLook look : looks) {
      jdbc.sql(
              """
              update escalations.deliveries set status = :status, provider = :provider,
                provider_message_id = :name, attempts = :attempts, sent_at = :sent,
                delivered_at = :delivered, error = :error, version = version + 1
              where delivery_id = :id
              """)
          .param("id", look.key().value())
          .param("status", look.state().word())
          .param("provider", look.provider(), Types.VARCHAR)
          .param("name", look.providerMessageId(), Types.VARCHAR)
          .param("attempts", look.attempts())
          .param("sent", time(look.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("delivered", time(look.deliveredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
          .param("error", look.error(), Types.VARCHAR)
          .update();
    }
  }

  /** Has some count as taken back. */
  void cancel(Collection<MailKey> keys) {
    jdbc.sql(
            """
            update escalations.deliveries set status = 'cancelled', version = version + 1
            where delivery_id = any(?)
            """)
        .param(keys.stream().map(MailKey::value).toArray(String[]::new))
        .update();
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static Delivery delivery(ResultSet row, int number) throws SQLException {
    String target = row.getString("target_id");
    return new Delivery(
        new DeliveryId(row.getString("delivery_id")),
        row.getLong("number"),
        new EscalationId(row.getString("escalation_id")),
        CaseId.of(row.getString("case_id")),
        target == null ? null : new TargetId(target),
        row.getString("email"),
        Delivery.Kind.of(row.getString("kind")),
        MailState.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        row.getString("provider"),
        row.getString("message_id"),
        row.getString("provider_message_id"),
        row.getInt("attempts"),
        null,
        instant(row, "sent_at"),
        instant(row, "delivered_at"),
        row.getString("error"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        new EntityVersion(row.getLong("version")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
