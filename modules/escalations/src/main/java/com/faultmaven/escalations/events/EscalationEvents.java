package com.faultmaven.escalations.events;

import com.faultmaven.contracts.escalations.events.EscalationCompletedV1;
import com.faultmaven.contracts.escalations.events.EscalationCompletedV1Payload;
import com.faultmaven.contracts.escalations.events.EscalationDeliveryChangedV1;
import com.faultmaven.contracts.escalations.events.EscalationDeliveryChangedV1Payload;
import com.faultmaven.contracts.escalations.events.EscalationRequestedV1;
import com.faultmaven.contracts.escalations.events.EscalationRequestedV1Payload;
import com.faultmaven.contracts.escalations.events.ResolutionSignaledV1;
import com.faultmaven.contracts.escalations.events.ResolutionSignaledV1Payload;
import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.escalations.EscalationFact;
import com.faultmaven.escalations.EscalationFact.Completed;
import com.faultmaven.escalations.EscalationFact.DeliveryChanged;
import com.faultmaven.escalations.EscalationFact.Requested;
import com.faultmaven.escalations.EscalationFact.Signaled;
import com.faultmaven.kernel.CorrelationId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes each fact as a contract event, in the transaction that made it true. */
@Component
class EscalationEvents {

  private final ApplicationEventPublisher events;

  EscalationEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(EscalationFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Requested requested -> requested(requested);
          case DeliveryChanged changed -> changed(changed);
          case Completed completed -> completed(completed);
          case Signaled signaled -> signaled(signaled);
        };
    events.publishEvent(event);
  }

  private static EscalationRequestedV1 requested(Requested fact) {
    return new EscalationRequestedV1(
        UUID.randomUUID(),
        EscalationRequestedV1.EVENT_TYPE,
        EscalationRequestedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        EscalationRequestedV1.AGGREGATE_TYPE,
        fact.number(),
        new EscalationRequestedV1Payload(
            fact.organization().value(),
            fact.caseId().value(),
            fact.escalation().value(),
            fact.deliveries().stream().map(it -> it.value()).toList(),
            fact.by().value(),
            fact.at()));
  }

  private static EscalationDeliveryChangedV1 changed(DeliveryChanged fact) {
    return new EscalationDeliveryChangedV1(
        UUID.randomUUID(),
        EscalationDeliveryChangedV1.EVENT_TYPE,
        EscalationDeliveryChangedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        EscalationDeliveryChangedV1.AGGREGATE_TYPE,
        fact.number(),
        new EscalationDeliveryChangedV1Payload(
            fact.organization().value(),
            fact.caseId().value(),
            fact.escalation().value(),
            fact.delivery().value(),
            fact.status().word(),
            fact.attempts(),
            fact.provider(),
            fact.at()));
  }

  private static EscalationCompletedV1 completed(Completed fact) {
    return new EscalationCompletedV1(
        UUID.randomUUID(),
        EscalationCompletedV1.EVENT_TYPE,
        EscalationCompletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        EscalationCompletedV1.AGGREGATE_TYPE,
        fact.number(),
        new EscalationCompletedV1Payload(
            fact.organization().value(),
            fact.caseId().value(),
            fact.escalation().value(),
            fact.status().word(),
            fact.sent(),
            fact.failed(),
            fact.suppressed(),
            fact.at()));
  }

  private static ResolutionSignaledV1 signaled(Signaled fact) {
    return new ResolutionSignaledV1(
        UUID.randomUUID(),
        ResolutionSignaledV1.EVENT_TYPE,
        ResolutionSignaledV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        ResolutionSignaledV1.AGGREGATE_TYPE,
        fact.number(),
        new ResolutionSignaledV1Payload(
            fact.organization().value(),
            fact.caseId().value(),
            fact.signal().id().value(),
            fact.signal().heard().kind().word(),
            fact.signal().heard().sourceType(),
            fact.signal().heard().reportId(),
            fact.by().value(),
            fact.at()));
  }
}
