package com.faultmaven.reports.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.contracts.reports.events.ReportAnalyzedV1;
import com.faultmaven.contracts.reports.events.ReportAnalyzedV1Payload;
import com.faultmaven.contracts.reports.events.ReportDeletedV1;
import com.faultmaven.contracts.reports.events.ReportDeletedV1Payload;
import com.faultmaven.contracts.reports.events.ReportStatusChangedV1;
import com.faultmaven.contracts.reports.events.ReportStatusChangedV1Payload;
import com.faultmaven.contracts.reports.events.ReportSubmittedV1;
import com.faultmaven.contracts.reports.events.ReportSubmittedV1Payload;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.messaging.EventBatch;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportFact;
import com.faultmaven.reports.ReportFact.Analyzed;
import com.faultmaven.reports.ReportFact.Deleted;
import com.faultmaven.reports.ReportFact.StatusChanged;
import com.faultmaven.reports.ReportFact.Submitted;
import com.faultmaven.reports.ReportFact.SubmittedTogether;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Publishes facts about reports as contract events, in the transaction that made them true. */
@Component
class ReportEvents {

  private final ApplicationEventPublisher events;

  ReportEvents(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void on(ReportFact fact) {
    ProducedEvent event =
        switch (fact) {
          case Submitted submitted -> submitted(submitted);
          case Analyzed analyzed -> analyzed(analyzed);
          case StatusChanged changed -> statusChanged(changed);
          case Deleted deleted -> deleted(deleted);
        };
    events.publishEvent(event);
  }

  @EventListener
  void on(SubmittedTogether many) {
    events.publishEvent(
        new EventBatch(many.facts().stream().<ProducedEvent>map(ReportEvents::submitted).toList()));
  }

  private static ReportSubmittedV1 submitted(Submitted fact) {
    Report report = fact.report();
    return new ReportSubmittedV1(
        UUID.randomUUID(),
        ReportSubmittedV1.EVENT_TYPE,
        ReportSubmittedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        report.id().value(),
        ReportSubmittedV1.AGGREGATE_TYPE,
        fact.number(),
        new ReportSubmittedV1Payload(
            report.id().value(),
            report.seq(),
            report.organization().value(),
            report.source(),
            report.externalId(),
            report.reporter() == null ? null : report.reporter().value(),
            report.classifications(),
            report.preferred().map(Analysis::severity).orElse(null),
            report.visibility().word(),
            report.reportedAt(),
            report.createdAt()));
  }

  private static ReportAnalyzedV1 analyzed(Analyzed fact) {
    Report report = fact.report();
    Analysis analysis = fact.analysis();
    return new ReportAnalyzedV1(
        UUID.randomUUID(),
        ReportAnalyzedV1.EVENT_TYPE,
        ReportAnalyzedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        report.id().value(),
        ReportAnalyzedV1.AGGREGATE_TYPE,
        fact.number(),
        new ReportAnalyzedV1Payload(
            report.id().value(),
            report.seq(),
            report.organization().value(),
            analysis.language(),
            analysis.classification(),
            analysis.severity(),
            fact.at()));
  }

  private static ReportStatusChangedV1 statusChanged(StatusChanged fact) {
    Report report = fact.report();
    return new ReportStatusChangedV1(
        UUID.randomUUID(),
        ReportStatusChangedV1.EVENT_TYPE,
        ReportStatusChangedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        report.id().value(),
        ReportStatusChangedV1.AGGREGATE_TYPE,
        fact.number(),
        new ReportStatusChangedV1Payload(
            report.id().value(),
            report.seq(),
            report.organization().value(),
            fact.from().word(),
            report.status().word(),
            fact.by(),
            fact.at()));
  }

  private static ReportDeletedV1 deleted(Deleted fact) {
    Report report = fact.report();
    return new ReportDeletedV1(
        UUID.randomUUID(),
        ReportDeletedV1.EVENT_TYPE,
        ReportDeletedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        report.id().value(),
        ReportDeletedV1.AGGREGATE_TYPE,
        fact.number(),
        new ReportDeletedV1Payload(
            report.id().value(), report.seq(), report.organization().value(), fact.at()));
  }
}
