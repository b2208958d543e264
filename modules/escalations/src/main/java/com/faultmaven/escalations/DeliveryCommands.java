package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.kernel.Caller;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailState;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes mails of letters back, has them tried again, and follows them. */
@Service
@Transactional
public class DeliveryCommands {

  /** All that a letter can have. */
  private static final int MOST_MAILS = 120;

  private final Cases cases;
  private final WritableCases writable;
  private final EscalationQueries queries;
  private final DeliveryReads deliveries;
  private final Progress progress;
  private final LetterLimits limits;
  private final AuditRows audit;
  private final Mail mail;
  private final Clock clock;

  DeliveryCommands(
      Cases cases,
      WritableCases writable,
      EscalationQueries queries,
      DeliveryReads deliveries,
      Progress progress,
      LetterLimits limits,
      AuditRows audit,
      Mail mail,
      Clock clock) {
    this.cases = cases;
    this.writable = writable;
    this.queries = queries;
    this.deliveries = deliveries;
    this.progress = progress;
    this.limits = limits;
    this.audit = audit;
    this.mail = mail;
    this.clock = clock;
  }

  /**
   * Takes back what nobody has begun to send.
   *
   * @throws EscalationSettled if there is nothing
   */
  public Escalation cancel(CaseId id, String escalation, Caller caller) {
    ClaimedCase claimed = writable.claim(id, Progress.facts(MOST_MAILS), caller);
    Escalation before = queries.find(id, escalation);
    List<MailKey> waiting =
        before.deliveries().stream()
            .filter(it -> it.status() == MailState.QUEUED)
            .map(it -> it.id().key())
            .toList();
    List<MailKey> cancelled = waiting.isEmpty() ? waiting : mail.cancel(waiting);
    if (cancelled.isEmpty()) {
      throw EscalationSettled.now();
    }
    progress.copy(claimed, before.id(), cancelled);
    record(
        id,
        "escalation_cancelled",
        Map.of("escalation_id", before.id().value(), "letters", cancelled.size()),
        caller);
    return queries.find(id, escalation);
  }

  /**
   * Has another try at a mail.
   *
   * @throws DeliveryNotRetryable unless it failed, bounced for itself, or nobody knows whether it
   *     was sent
   */
  public Delivery retry(CaseId id, String delivery, Caller caller) {
    ClaimedCase claimed = writable.claim(id, Progress.facts(1), caller);
    Delivery before = queries.find(id, DeliveryId.of(delivery));
    if (!mail.isOpenForLetters()) {
      throw ChannelUnavailable.now();
    }
    if (!mail.retry(before.id().key())) {
      throw DeliveryNotRetryable.becauseItIs(before.status().word());
    }
    limits.take(1, caller, clock.instant());
    progress.copy(claimed, before.escalation(), List.of(before.id().key()));
    record(id, "delivery_retried", Map.of("delivery_id", before.id().value()), caller);
    return queries.find(id, before.id());
  }

  /** Something became of a mail; of which, if it is one of these. */
  public void follow(MailKey key) {
    deliveries
        .placeOf(key)
        .ifPresent(
            place -> {
              ClaimedCase claimed =
                  cases.claim(List.of(place.caseId()), Progress.facts(1)).get(place.caseId());
              if (claimed != null) {
                progress.copy(claimed, place.escalation(), List.of(key));
              }
            });
  }

  private void record(CaseId id, String act, Map<String, Object> payload, Caller caller) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    audit.add(id, act, caller.userId(), payload, now);
  }
}
