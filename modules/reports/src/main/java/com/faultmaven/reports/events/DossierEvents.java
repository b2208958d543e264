package com.faultmaven.reports.events;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.reports.events.CaseMergedV1;
import com.faultmaven.contracts.reports.events.CaseMergedV1Payload;
import com.faultmaven.contracts.reports.events.CaseReportsLinkedV1;
import com.faultmaven.contracts.reports.events.CaseReportsLinkedV1Payload;
import com.faultmaven.contracts.reports.events.CaseReportsUnlinkedV1;
import com.faultmaven.contracts.reports.events.CaseReportsUnlinkedV1Payload;
import com.faultmaven.contracts.reports.events.CaseUnmergedV1;
import com.faultmaven.contracts.reports.events.CaseUnmergedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.reports.dossiers.DossierFact;
import com.faultmaven.reports.dossiers.DossierFact.Linked;
import com.faultmaven.reports.dossiers.DossierFact.Merged;
import com.faultmaven.reports.dossiers.DossierFact.Named;
import com.faultmaven.reports.dossiers.DossierFact.Unlinked;
import com.faultmaven.reports.dossiers.DossierFact.Unmerged;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Publishes facts about dossiers as contract events, in the transaction that made them true. */
@Component
class DossierEvents {

  private final ApplicationEventPublisher events;

  DossierEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  /** Runs first: what follows from a fact is told behind it. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void on(DossierFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Linked linked -> linked(linked);
          case Unlinked unlinked -> unlinked(unlinked);
          case Merged merged -> merged(merged);
          case Unmerged unmerged -> unmerged(unmerged);
        };
    events.publishEvent(event);
  }

  private static CaseReportsLinkedV1 linked(Linked fact) {
    return new CaseReportsLinkedV1(
        UUID.randomUUID(),
        CaseReportsLinkedV1.EVENT_TYPE,
        CaseReportsLinkedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        CaseReportsLinkedV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseReportsLinkedV1Payload(
            id(fact),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            ids(fact.reports()),
            seqs(fact.reports()),
            fact.link().reason(),
            fact.link().confidence(),
            fact.by().value(),
            fact.at(),
            fact.reportCount()));
  }

  private static CaseReportsUnlinkedV1 unlinked(Unlinked fact) {
    return new CaseReportsUnlinkedV1(
        UUID.randomUUID(),
        CaseReportsUnlinkedV1.EVENT_TYPE,
        CaseReportsUnlinkedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        CaseReportsUnlinkedV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseReportsUnlinkedV1Payload(
            id(fact),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            ids(fact.reports()),
            seqs(fact.reports()),
            fact.by().value(),
            fact.at(),
            fact.reportCount()));
  }

  private static CaseMergedV1 merged(Merged fact) {
    return new CaseMergedV1(
        UUID.randomUUID(),
        CaseMergedV1.EVENT_TYPE,
        CaseMergedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        CaseMergedV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseMergedV1Payload(
            id(fact),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            fact.source().value(),
            fact.reason(),
            fact.by().value(),
            fact.at()));
  }

  private static CaseUnmergedV1 unmerged(Unmerged fact) {
    return new CaseUnmergedV1(
        UUID.randomUUID(),
        CaseUnmergedV1.EVENT_TYPE,
        CaseUnmergedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        id(fact),
        CaseUnmergedV1.AGGREGATE_TYPE,
        fact.number(),
        new CaseUnmergedV1Payload(
            id(fact),
            fact.claimed().owner().value(),
            fact.claimed().organization().value(),
            fact.source().value(),
            fact.by().value(),
            fact.at()));
  }

  private static String id(DossierFact fact) {
    CaseId id = fact.claimed().id();
    return id.value();
  }

  private static List<String> ids(List<Named> reports) {
    return reports.stream().map(Named::reportId).toList();
  }

  private static List<Integer> seqs(List<Named> reports) {
    return reports.stream().map(Named::seq).toList();
  }
}
