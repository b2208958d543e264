package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.CaseQueries;
import com.faultmaven.cases.Cases;
import com.faultmaven.cases.ClaimedCase;
import com.faultmaven.escalations.EscalationFact.Requested;
import com.faultmaven.kernel.Caller;
import com.faultmaven.mail.Attachment;
import com.faultmaven.mail.MailLook;
import com.faultmaven.reports.dossiers.Gist;
import com.faultmaven.reports.dossiers.SaidOfCases;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes letters about cases. A letter, its mails and the tasks of sending them are stored in one
 * transaction; each address gets one mail.
 */
@Service
@Transactional
public class Escalations {

  private final Cases cases;
  private final WritableCases writable;
  private final CaseQueries caseQueries;
  private final SaidOfCases reports;
  private final TargetRows targets;
  private final EscalationRows escalations;
  private final DeliveryReads deliveries;
  private final DeliveryRows stored;
  private final LetterTemplate template;
  private final LetterLimits limits;
  private final EscalationProperties properties;
  private final AuditRows audit;
  private final LetterMails mails;
  private final ApplicationEventPublisher facts;
  private final RandomGenerator random;
  private final Clock clock;

  Escalations(
      Cases cases,
      WritableCases writable,
      CaseQueries caseQueries,
      SaidOfCases reports,
      TargetRows targets,
      EscalationRows escalations,
      DeliveryReads deliveries,
      DeliveryRows stored,
      LetterTemplate template,
      LetterLimits limits,
      EscalationProperties properties,
      AuditRows audit,
      LetterMails mails,
      ApplicationEventPublisher facts,
      RandomGenerator random,
      Clock clock) {
    this.cases = cases;
    this.writable = writable;
    this.caseQueries = caseQueries;
    this.reports = reports;
    this.targets = targets;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.stored = stored;
    this.template = template;
    this.limits = limits;
    this.properties = properties;
    this.audit = audit;
    this.mails = mails;
    this.facts = facts;
    this.random = random;
    this.clock = clock;
  }

  /** The letter that {@link #send} would send; stores nothing. */
  public Draft draft(CaseId id, LetterRequest request, Caller caller) {
    cases.claim(id, 0, caller);
    Recipients recipients = recipients(id, request);
    Gist gist = reports.gist(id, LetterTemplate.LINES);
    return new Draft(
        letter(id, request, gist, caller), recipients.targets(), recipients.copies(), gist.count());
  }

  /**
   * Sends a letter.
   *
   * @throws NoRecipients if none of the targets has an e-mail address, and nobody else is named
   * @throws RecentlyEscalated if somebody got a letter a short time ago and that is not wanted
   * @throws LettersLimited if too many were sent
   * @throws ChannelUnavailable if no letter can be sent here
   */
  public Escalation send(CaseId id, LetterRequest request, Caller caller) {
    ClaimedCase claimed = writable.claim(id, 1, caller);
    Recipients recipients = recipients(id, request);
    Letter letter = letter(id, request, null, caller);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    requirePossible(id, request, recipients, now);
    Attachment file = request.memo() ? memo(id, caller, now) : null;
    limits.take(recipients.count(), caller, now);
    EscalationId escalation = EscalationId.random(random);
    List<DeliveryRows.New> sent = mails.send(recipients, letter, file);
    escalations.insert(escalation, id, claimed.organization(), letter, caller.userId(), now);
    stored.insert(escalation, id, sent, now);
    audit.add(
        id,
        "escalation_requested",
        caller.userId(),
        Map.of("escalation_id", escalation.value(), "letters", sent.size()),
        now);
    facts.publishEvent(
        new Requested(
            id,
            claimed.organization(),
            claimed.fact(),
            escalation,
            sent.stream().map(DeliveryRows.New::id).toList(),
            caller.userId(),
            now));
    return escalations.find(id, escalation).orElseThrow().with(seen(escalation, sent));
  }

  private List<Delivery> seen(EscalationId escalation, List<DeliveryRows.New> sent) {
    Map<DeliveryId, MailLook> looks =
        sent.stream().collect(Collectors.toMap(DeliveryRows.New::id, DeliveryRows.New::look));
    return deliveries.of(List.of(escalation)).stream()
        .map(it -> it.seen(looks.get(it.id())))
        .toList();
  }

  /** Targets of cases that show with this one are this one's, too. */
  private Recipients recipients(CaseId id, LetterRequest request) {
    return Recipients.of(request, targets.of(reports.together(id)));
  }

  private Letter letter(CaseId id, LetterRequest request, @Nullable Gist known, Caller caller) {
    if (request.subject() != null && request.body() != null) {
      return Letter.given(request.subject(), request.body());
    }
    Gist gist = known == null ? reports.gist(id, LetterTemplate.LINES) : known;
    Letter usual = template.about(caseQueries.get(id, caller), gist);
    return Letter.given(
        Objects.requireNonNullElse(request.subject(), usual.subject()),
        Objects.requireNonNullElse(request.body(), usual.body()));
  }

  private Attachment memo(CaseId id, Caller caller, Instant now) {
    return Memo.about(
        caseQueries.get(id, caller), reports.dossier(id), reports.gist(id, Memo.REPORTS), now);
  }

  private void requirePossible(
      CaseId id, LetterRequest request, Recipients recipients, Instant now) {
    if (recipients.count() == 0) {
      throw NoRecipients.any();
    }
    if (!mails.areOpen()) {
      throw ChannelUnavailable.now();
    }
    if (!request.repeat()) {
      Instant since = now.minus(properties.repeatAfter());
      int recent = deliveries.countSince(id, recipients.addresses(), since);
      if (recent > 0) {
        throw RecentlyEscalated.to(recent, properties.repeatAfter());
      }
    }
  }
}
