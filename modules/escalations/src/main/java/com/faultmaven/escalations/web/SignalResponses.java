package com.faultmaven.escalations.web;

import com.faultmaven.cases.Metadata;
import com.faultmaven.contracts.escalations.v1.model.AuditEvent;
import com.faultmaven.contracts.escalations.v1.model.AuditList;
import com.faultmaven.contracts.escalations.v1.model.RecordSignalRequest;
import com.faultmaven.contracts.escalations.v1.model.Signal;
import com.faultmaven.contracts.escalations.v1.model.SignalKind;
import com.faultmaven.contracts.escalations.v1.model.SignalList;
import com.faultmaven.escalations.NewSignal;
import com.faultmaven.kernel.paging.Page;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and writes signals, and writes the audit, as the contract has them. */
final class SignalResponses {

  private SignalResponses() {}

  static NewSignal heard(RecordSignalRequest request) {
    RecordSignalRequest.KindEnum kind = request.getKind().orElse(null);
    String source = request.getSourceType().orElse(null);
    return new NewSignal(
        kind == null ? NewSignal.Kind.OTHER : NewSignal.Kind.valueOf(kind.name()),
        source == null ? "manual" : source,
        request.getSummary(),
        request.getReportId().orElse(null),
        metadata(request.getMetadata().orElse(null)));
  }

  @SuppressWarnings(
      "NullAway") // the generator does not say that members of free-form JSON can be null
  private static Metadata metadata(@Nullable Map<String, Object> json) {
    return json == null ? Metadata.EMPTY : Metadata.of(json);
  }

  static Signal of(com.faultmaven.escalations.Signal signal) {
    return new Signal()
        .signalId(signal.id().value())
        .caseId(signal.caseId().value())
        .kind(SignalKind.valueOf(signal.heard().kind().name()))
        .sourceType(signal.heard().sourceType())
        .summary(signal.heard().summary())
        .reportId(signal.heard().reportId())
        .metadata(new HashMap<>(signal.heard().metadata().values()))
        .suggestedStatus(signal.suggestedStatus() == null ? null : signal.suggestedStatus().word())
        .recordedBy(signal.recordedBy())
        .createdAt(signal.createdAt().atOffset(ZoneOffset.UTC));
  }

  static SignalList of(Page<com.faultmaven.escalations.Signal> page) {
    return new SignalList()
        .signals(page.rows().stream().map(SignalResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  static AuditList audit(Page<com.faultmaven.escalations.AuditEvent> page) {
    return new AuditList()
        .auditEvents(page.rows().stream().map(SignalResponses::act).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }

  private static AuditEvent act(com.faultmaven.escalations.AuditEvent event) {
    return new AuditEvent()
        .auditId(event.number())
        .type(event.type())
        .actor(event.actor())
        .payload(new HashMap<>(event.payload().values()))
        .createdAt(event.at().atOffset(ZoneOffset.UTC));
  }
}
