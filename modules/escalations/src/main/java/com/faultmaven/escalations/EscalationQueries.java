package com.faultmaven.escalations;

import com.faultmaven.cases.CaseAccess;
import com.faultmaven.cases.CaseId;
import com.faultmaven.cases.Cases;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.mail.Mail;
import com.faultmaven.mail.MailKey;
import com.faultmaven.mail.MailLook;
import com.faultmaven.mail.MailState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters about cases and their mails, as those are doing now. */
@Service
@Transactional(readOnly = true)
public class EscalationQueries {

  private final CaseAccess access;
  private final Cases cases;
  private final EscalationRows escalations;
  private final DeliveryReads deliveries;
  private final AuditRows audit;
  private final Mail mail;

  EscalationQueries(
      CaseAccess access,
      Cases cases,
      EscalationRows escalations,
      DeliveryReads deliveries,
      AuditRows audit,
      Mail mail) {
    this.access = access;
    this.cases = cases;
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.audit = audit;
    this.mail = mail;
  }

  /** The latest first. */
  public Page<Escalation> list(CaseId id, Paging paging, Caller caller) {
    access.requireReadable(id, caller);
    Numbered list = Numbered.latestFirst("escalations/a", id, paging);
    return list.page(
        withDeliveries(escalations.page(id, list.from(), paging.limit() + 1, paging.offset())),
        () -> escalations.count(id),
        Escalation::number);
  }

  /** One of a case. */
  public Escalation get(CaseId id, String escalation, Caller caller) {
    access.requireReadable(id, caller);
    return find(id, escalation);
  }

  Escalation find(CaseId id, String escalation) {
    return escalations
        .find(id, EscalationId.of(escalation))
        .map(found -> withDeliveries(List.of(found)).getFirst())
        .orElseThrow(() -> EscalationNotFound.named(escalation));
  }

  /** Mails of a case, the latest first. */
  public Page<Delivery> deliveries(
      CaseId id,
      @Nullable MailState status,
      @Nullable String escalation,
      Paging paging,
      Caller caller) {
    access.requireReadable(id, caller);
    Numbered list = Numbered.latestFirst("deliveries/a", id, status, escalation, paging);
    return list.page(
        seen(
            deliveries.page(
                id, status, escalation, list.from(), paging.limit() + 1, paging.offset())),
        () -> deliveries.count(id, status, escalation),
        Delivery::number);
  }

  /** One mail of a case. */
  public Delivery delivery(CaseId id, String delivery, Caller caller) {
    access.requireReadable(id, caller);
    return find(id, DeliveryId.of(delivery));
  }

  Delivery find(CaseId id, DeliveryId delivery) {
    return deliveries
        .find(id, delivery)
        .map(found -> seen(List.of(found)).getFirst())
        .orElseThrow(() -> DeliveryNotFound.named(delivery.value()));
  }

  /** A mail as it is handed over, for who may write to the case: it holds its recipient's link. */
  @Transactional
  public byte[] message(CaseId id, String delivery, Caller caller) {
    cases.claim(id, 0, caller);
    DeliveryId found = find(id, DeliveryId.of(delivery)).id();
    return mail.bytes(found.key()).orElseThrow(() -> DeliveryNotFound.withoutMessage(found));
  }

  /** What was done about the letters of a case, the oldest first. */
  public Page<AuditEvent> audit(CaseId id, Paging paging, Caller caller) {
    access.requireReadable(id, caller);
    Numbered list = Numbered.oldestFirst("escalation-audit/a", id, paging);
    return list.page(
        audit.page(id, list.from(), paging.limit() + 1, paging.offset()),
        () -> audit.count(id),
        AuditEvent::number);
  }

  private List<Escalation> withDeliveries(List<Escalation> found) {
    if (found.isEmpty()) {
      return found;
    }
    Map<EscalationId, List<Delivery>> mails =
        seen(deliveries.of(found.stream().map(Escalation::id).toList())).stream()
            .collect(Collectors.groupingBy(Delivery::escalation));
    return found.stream().map(it -> it.with(mails.getOrDefault(it.id(), List.of()))).toList();
  }

  private List<Delivery> seen(List<Delivery> found) {
    Map<MailKey, MailLook> looks = mail.look(keys(found));
    return found.stream().map(it -> it.seen(looks.get(it.id().key()))).toList();
  }

  static List<MailKey> keys(Collection<Delivery> deliveries) {
    return deliveries.stream().map(it -> it.id().key()).toList();
  }
}
