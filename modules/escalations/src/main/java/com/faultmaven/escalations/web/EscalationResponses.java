package com.faultmaven.escalations.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.escalations.v1.model.Draft;
import com.faultmaven.contracts.escalations.v1.model.Escalation;
import com.faultmaven.contracts.escalations.v1.model.EscalationList;
import com.faultmaven.contracts.escalations.v1.model.EscalationStatus;
import com.faultmaven.kernel.paging.Page;
import java.time.ZoneOffset;

/** Writes letters as the contract has them. */
final class EscalationResponses {

  private EscalationResponses() {}

  static Draft of(CaseId id, com.faultmaven.escalations.Draft draft) {
    return new Draft()
        .caseId(id.value())
        .subject(draft.letter().subject())
        .body(draft.letter().body())
        .targets(draft.targets().stream().map(TargetBodies::response).toList())
        .ccEmails(draft.copies())
        .linkedCount(draft.linkedCount());
  }

  static Escalation of(com.faultmaven.escalations.Escalation escalation) {
    return new Escalation()
        .escalationId(escalation.id().value())
        .caseId(escalation.caseId().value())
        .subject(escalation.letter().subject())
        .body(escalation.letter().body())
        .status(EscalationStatus.valueOf(escalation.status().name()))
        .requestedBy(escalation.requestedBy())
        .requestedAt(escalation.requestedAt().atOffset(ZoneOffset.UTC))
        .completedAt(DeliveryResponses.time(escalation.completedAt()))
        .deliveries(escalation.deliveries().stream().map(DeliveryResponses::of).toList())
        .version(escalation.version().value());
  }

  static EscalationList of(Page<com.faultmaven.escalations.Escalation> page) {
    return new EscalationList()
        .escalations(page.rows().stream().map(EscalationResponses::of).toList())
        .total(page.total())
        .limit(page.asked().limit())
        .offset(page.offset())
        .nextCursor(page.nextCursor());
  }
}
