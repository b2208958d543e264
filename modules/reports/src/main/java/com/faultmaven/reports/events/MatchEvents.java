package com.faultmaven.reports.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.reports.events.CaseMatchProposedV1;
import com.faultmaven.contracts.reports.events.CaseMatchProposedV1Payload;
import com.faultmaven.contracts.reports.events.CaseMatchSettledV1;
import com.faultmaven.contracts.reports.events.CaseMatchSettledV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.reports.matching.MatchFact;
import com.faultmaven.reports.matching.MatchFact.Proposed;
import com.faultmaven.reports.matching.MatchFact.Settled;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes facts about matches as contract events, in the transaction that made them true. */
@Component
class MatchEvents {

  private final ApplicationEventPublisher events;

  MatchEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(MatchFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Proposed proposed -> proposed(proposed);
          case Settled settled -> settled(settled);
        };
    events.publishEvent(event);
  }

  private static CaseMatchProposedV1 proposed(Proposed fact) {
    return new CaseMatchProposedV1(
        UUID.randomUUID(),
        CaseMatchProposedV1.EVENT_TYPE,
        CaseMatchProposedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.claimed().id().value(),
        CaseMatchProposedV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseMatchProposedV1Payload(
            fact.claimed().id().value(),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            fact.match().id().value(),
            fact.match().report().reportId(),
            fact.match().kind().word(),
            fact.match().score(),
            fact.match().reasons(),
            fact.at()));
  }

  private static CaseMatchSettledV1 settled(Settled fact) {
    return new CaseMatchSettledV1(
        UUID.randomUUID(),
        CaseMatchSettledV1.EVENT_TYPE,
        CaseMatchSettledV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.claimed().id().value(),
        CaseMatchSettledV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseMatchSettledV1Payload(
            fact.claimed().id().value(),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            fact.match().id().value(),
            fact.match().report().reportId(),
            fact.match().state().word(),
            fact.by() == null ? null : fact.by().value(),
            fact.at()));
  }
}
