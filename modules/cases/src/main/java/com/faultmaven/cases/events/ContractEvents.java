package com.faultmaven.cases.events;

import com.faultmaven.cases.CaseClosed;
import com.faultmaven.cases.CaseDeleted;
import com.faultmaven.cases.CaseFact;
import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.CaseStatusChanged;
import com.faultmaven.cases.CaseUpdated;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.StatusChange;
import com.faultmaven.contracts.cases.events.CaseClosedV1;
import com.faultmaven.contracts.cases.events.CaseClosedV1Payload;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseCreatedV2Payload;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseDeletedV1Payload;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1Payload;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1Payload;
import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.kernel.CorrelationId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes each fact as a contract event, in the transaction that made it true. */
@Component
class ContractEvents {

  private final ApplicationEventPublisher events;

  ContractEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  /**
   * Runs first: listeners of other modules publish events of the same case, and {@code
   * case.created} has to precede those.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(CaseFact fact) {
    ProducedEvent event =
        switch (fact) {
          case CaseOpened opened -> created(opened);
          case CaseUpdated updated -> updated(updated);
          case CaseStatusChanged changed -> statusChanged(changed);
          case CaseClosed closed -> closed(closed);
          case CaseDeleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  private static CaseCreatedV2 created(CaseOpened fact) {
    CaseView opened = fact.opened();
    return new CaseCreatedV2(
        UUID.randomUUID(),
        CaseCreatedV2.EVENT_TYPE,
        CaseCreatedV2.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseCreatedV2.AGGREGATE_TYPE,
        fact.fact(),
        new CaseCreatedV2Payload(
            opened.id().value(),
            opened.owner().value(),
            opened.organizationId(),
            opened.title(),
            opened.status().word(),
            opened.severity().word(),
            opened.category().word(),
            opened.tags(),
            opened.sessionId(),
            opened.createdAt()));
  }

  private static CaseUpdatedV1 updated(CaseUpdated fact) {
    return new CaseUpdatedV1(
        UUID.randomUUID(),
        CaseUpdatedV1.EVENT_TYPE,
        CaseUpdatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseUpdatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new CaseUpdatedV1Payload(
            fact.caseId().value(), fact.owner().value(), fact.at(), fact.changes()));
  }

  private static CaseStatusChangedV1 statusChanged(CaseStatusChanged fact) {
    StatusChange change = fact.change();
    return new CaseStatusChangedV1(
        UUID.randomUUID(),
        CaseStatusChangedV1.EVENT_TYPE,
        CaseStatusChangedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseStatusChangedV1.AGGREGATE_TYPE,
        fact.fact(),
        new CaseStatusChangedV1Payload(
            fact.caseId().value(),
            fact.owner().value(),
            change.from().word(),
            change.to().word(),
            change.reason(),
            change.changedBy().value(),
            change.changedAt()));
  }

  private static CaseClosedV1 closed(CaseClosed fact) {
    return new CaseClosedV1(
        UUID.randomUUID(),
        CaseClosedV1.EVENT_TYPE,
        CaseClosedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseClosedV1.AGGREGATE_TYPE,
        fact.fact(),
        new CaseClosedV1Payload(
            fact.caseId().value(), fact.owner().value(), fact.change().reason(), fact.at()));
  }

  private static CaseDeletedV1 deleted(CaseDeleted fact) {
    return new CaseDeletedV1(
        UUID.randomUUID(),
        CaseDeletedV1.EVENT_TYPE,
        CaseDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseDeletedV1.AGGREGATE_TYPE,
        fact.fact(),
        new CaseDeletedV1Payload(fact.caseId().value(), fact.owner().value(), fact.at()));
  }
}
