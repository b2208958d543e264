package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.mail.MailKey;
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

/** Reads mails of letters as they are stored. */
@Repository
class DeliveryReads {

  private static final String SELECT =
      """
      select delivery_id, number, escalation_id, case_id, target_id, email, kind, status, provider,
        message_id, provider_message_id, attempts, sent_at, delivered_at, error, created_at, version
      from escalations.deliveries
      """;

  private final JdbcClient jdbc;

  DeliveryReads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Where a mail belongs. */
  record Place(EscalationId escalation, CaseId caseId) {}

  /** Those of letters, in the order they were queued. */
  List<Delivery> of(Collection<EscalationId> escalations) {
    return jdbc.sql(SELECT + "where escalation_id = any(?) order by number")
        .param(escalations.stream().map(EscalationId::value).toArray(String[]::new))
        .query(DeliveryReads::delivery)
        .list();
  }

  Optional<Delivery> find(CaseId id, DeliveryId delivery) {
    return jdbc.sql(SELECT + "where delivery_id = ? and case_id = ?")
        .params(delivery.value(), id.value())
        .query(DeliveryReads::delivery)
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
        .query(DeliveryReads::delivery)
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
