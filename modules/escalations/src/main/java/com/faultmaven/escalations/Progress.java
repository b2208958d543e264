package com.faultmaven.escalations;

import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.escalations.EscalationFact.Completed;
import com.faultmaven.escalations.EscalationFact.DeliveryChanged;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailLook;
import com.faultmaven.mail.MailState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Copies how the mails of a letter are doing, and tells what is new of that. It looks at what is,
 * so that it may be done late, twice and in any order.
 */
@Component
class Progress {

  private final EscalationRows escalations;
  private final DeliveryReads deliveries;
  private final DeliveryRows stored;
  private final AuditRows audit;
  private final Mail mail;
  private final ApplicationEventPublisher facts;
  private final Clock clock;

  Progress(
      EscalationRows escalations,
      DeliveryReads deliveries,
      DeliveryRows stored,
      AuditRows audit,
      Mail mail,
      ApplicationEventPublisher facts,
      Clock clock) {
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.stored = stored;
    this.audit = audit;
    this.mail = mail;
    this.facts = facts;
    this.clock = clock;
  }

  /** How many facts of a case are told of so many mails at most. */
  static int facts(int mails) {
    return mails + 1;
  }

  /**
   * Copies how mails of a letter are doing.
   *
   * @param claimed its case, with numbers for {@link #facts}
   */
  void copy(ClaimedCase claimed, EscalationId escalation, List<MailKey> keys) {
    List<Delivery> before = deliveries.of(List.of(escalation));
    Map<MailKey, MailLook> looks = mail.look(keys);
    List<MailLook> news = new ArrayList<>();
    List<Delivery> after = new ArrayList<>();
    for (Delivery delivery : before) {
      MailLook look = looks.get(delivery.id().key());
      Delivery now = delivery.seen(look);
      after.add(now);
      if (look != null && !now.seenAs().equals(delivery.seenAs())) {
        news.add(look);
      }
    }
    if (!news.isEmpty()) {
      stored.copy(news);
      tell(claimed, escalation, news, states(before), states(after));
    }
  }

  private void tell(
      ClaimedCase claimed,
      EscalationId escalation,
      List<MailLook> news,
      List<MailState> before,
      List<MailState> after) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    EscalationStatus status = EscalationStatus.of(after);
    escalations.change(escalation, status.isComplete() ? now : null);
    long number = claimed.fact();
    for (MailLook look : news) {
      facts.publishEvent(
          new DeliveryChanged(
              claimed.id(),
              claimed.organization(),
              number++,
              escalation,
              new DeliveryId(look.key().value()),
              look.state(),
              look.attempts(),
              look.provider(),
              now));
    }
    if (status.isComplete() && !EscalationStatus.of(before).isComplete()) {
      complete(Completed.of(claimed.id(), claimed.organization(), number, escalation, after, now));
    }
  }

  private void complete(Completed completed) {
    audit.add(
        completed.caseId(),
        "escalation_recorded",
        null,
        Map.of(
            "escalation_id",
            completed.escalation().value(),
            "status",
            completed.status().word(),
            "sent",
            completed.sent()),
        completed.at());
    facts.publishEvent(completed);
  }

  private static List<MailState> states(List<Delivery> deliveries) {
    return deliveries.stream().map(Delivery::status).toList();
  }
}
