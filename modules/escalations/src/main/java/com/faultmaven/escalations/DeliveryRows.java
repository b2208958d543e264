package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.mail.MailLook;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
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

  /** Copies how mails are doing, in one statement. */
  void copy(Collection<MailLook> looks) {
    jdbc.sql(
            """
            update escalations.deliveries d set status = l.status, provider = l.provider,
              provider_message_id = l.name, attempts = l.attempts,
              sent_at = l.sent::timestamptz, delivered_at = l.delivered::timestamptz,
              error = l.error, version = d.version + 1
            from unnest(:ids::text[], :statuses::text[], :providers::text[], :names::text[],
              :attempts::integer[], :sent::text[], :delivered::text[], :errors::text[])
              l (id, status, provider, name, attempts, sent, delivered, error)
            where d.delivery_id = l.id
            """)
        .param("ids", texts(looks, it -> it.key().value()))
        .param("statuses", texts(looks, it -> it.state().word()))
        .param("providers", texts(looks, MailLook::provider))
        .param("names", texts(looks, MailLook::providerMessageId))
        .param("attempts", looks.stream().map(MailLook::attempts).toArray(Integer[]::new))
        .param("sent", texts(looks, MailLook::sentAt))
        .param("delivered", texts(looks, MailLook::deliveredAt))
        .param("errors", texts(looks, MailLook::error))
        .update();
  }

  private static @Nullable String[] texts(
      Collection<MailLook> looks, Function<MailLook, @Nullable Object> member) {
    @Nullable String[] texts = new String[looks.size()];
    int place = 0;
    for (MailLook look : looks) {
      Object value = member.apply(look);
      texts[place++] = value == null ? null : value.toString();
    }
    return texts;
  }
}
