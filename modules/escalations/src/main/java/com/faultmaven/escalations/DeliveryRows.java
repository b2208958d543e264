package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.mail.MailLook;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores mails of letters. Whoever does has locked their case. */
@Repository
class DeliveryRows {

  private final JdbcClient jdbc;

  DeliveryRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A mail to be stored. */
  record New(DeliveryId id, @Nullable TargetId target, String email, MailLook look) {}

  /** Stores the mails of a letter in one statement; what is known of them is copied afterwards. */
  void insert(EscalationId escalation, CaseId id, List<New> deliveries, Instant now) {
    jdbc.sql(
            """
            insert into escalations.deliveries (delivery_id, escalation_id, case_id, target_id,
              email, kind, status, message_id, attempts, created_at, version)
            select d.id, :escalation, :case, d.target, d.email,
              case when d.target is null then 'cc' else 'to' end, 'queued', d.message, 0, :now, 1
            from unnest(:ids::text[], :targets::text[], :emails::text[], :messages::text[])
              with ordinality d (id, target, email, message, place)
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
            "messages", deliveries.stream().map(it -> it.look().messageId()).toArray(String[]::new))
        .update();
  }

  private static @Nullable String text(@Nullable TargetId target) {
    return target == null ? null : target.value();
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

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
