package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailLook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads mails together with their letters, as they are doing now, for those who have asked whether
 * the case may be read.
 */
@Service
@Transactional(readOnly = true)
public class CaseMails {

  private static final int MOST = 1_000;

  /** So much text and no more: all of it is held in memory and answered. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final String SELECT =
      """
      select d.delivery_id, d.number, d.escalation_id, t.number as target, t.source, d.email,
        d.kind, d.status, d.provider, d.provider_message_id, d.sent_at, d.error, d.created_at,
        e.subject, e.body, e.requested_by,
        sum(length(e.body)) over (order by d.number desc) as written
      from escalations.deliveries d
      join escalations.escalations e on e.escalation_id = d.escalation_id
      left join escalations.targets t on t.target_id = d.target_id
      """;

  private static final String LATEST =
      "select m.* from ("
          + SELECT
          + """
           where d.case_id = :case order by d.number desc limit :most) m
          order by m.number
          """;

  private static final String ALIKE =
      SELECT
          + """
           where d.case_id = :case and d.created_at > :since and e.subject = :subject
            and e.body = :body and lower(d.email) = any(:emails)
          order by d.number
          """;

  private static final String OF_LETTERS =
      SELECT + " where d.delivery_id = any(:ids) order by d.number";

  private final JdbcClient jdbc;
  private final Mail mail;

  CaseMails(JdbcClient jdbc, Mail mail) {
    this.jdbc = jdbc;
    this.mail = mail;
  }

  /** The latest 1,000 of a case, in their order. */
  public List<CaseMail> of(CaseId id) {
    return seen(
        jdbc.sql(LATEST)
            .param("case", id.value())
            .param("most", MOST)
            .query(CaseMails::mail)
            .list());
  }

  /** Those of these, in their order. */
  public List<CaseMail> among(Collection<DeliveryId> ids) {
    return ids.isEmpty()
        ? List.of()
        : seen(
            jdbc.sql(OF_LETTERS)
                .param("ids", ids.stream().map(DeliveryId::value).toArray(String[]::new))
                .query(CaseMails::mail)
                .list());
  }

  /** Those that say the same about a case, to some of these addresses, since then. */
  public List<CaseMail> alike(
      CaseId id, String subject, String body, Collection<String> emails, Instant since) {
    return seen(
        jdbc.sql(ALIKE)
            .param("case", id.value())
            .param("subject", subject)
            .param("body", body)
            .param("emails", emails.toArray(String[]::new))
            .param("since", since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .query(CaseMails::mail)
            .list());
  }

  private List<CaseMail> seen(List<CaseMail> stored) {
    Map<MailKey, MailLook> looks = mail.look(stored.stream().map(it -> it.id().key()).toList());
    return stored.stream().map(it -> seen(it, looks.get(it.id().key()))).toList();
  }

  /** What is copied of a mail comes a little later. */
  private static CaseMail seen(CaseMail stored, @Nullable MailLook look) {
    return look == null
        ? stored
        : new CaseMail(
            stored.number(),
            stored.id(),
            stored.escalation(),
            stored.target(),
            stored.source(),
            stored.email(),
            stored.copy(),
            look.state().word(),
            look.provider(),
            look.providerMessageId(),
            look.sentAt(),
            look.error(),
            stored.createdAt(),
            stored.subject(),
            stored.body(),
            stored.requestedBy());
  }

  private static CaseMail mail(ResultSet row, int index) throws SQLException {
    long target = row.getLong("target");
    Long number = row.wasNull() ? null : target;
    OffsetDateTime sent = row.getObject("sent_at", OffsetDateTime.class);
    return new CaseMail(
        row.getLong("number"),
        new DeliveryId(row.getString("delivery_id")),
        new EscalationId(row.getString("escalation_id")),
        number,
        row.getString("source"),
        row.getString("email"),
        row.getString("kind").equals("cc"),
        row.getString("status"),
        row.getString("provider"),
        row.getString("provider_message_id"),
        sent == null ? null : sent.toInstant(),
        row.getString("error"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("subject"),
        row.getLong("written") <= MOST_BYTES ? row.getString("body") : "",
        row.getString("requested_by"));
  }
}
