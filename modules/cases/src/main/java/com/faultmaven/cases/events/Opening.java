package com.faultmaven.cases.events;

import com.faultmaven.cases.CaseOpened;
import com.faultmaven.cases.CaseView;
import com.faultmaven.contracts.events.CaseCreatedV1;
import com.faultmaven.contracts.events.CaseCreatedV1Payload;
import com.faultmaven.contracts.events.CaseCreatedV2;
import com.faultmaven.contracts.events.CaseCreatedV2Payload;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.edge.CorrelationId;
import java.util.List;
import java.util.UUID;

/** The opening of a case in both its forms: one fact, so one id and one number. */
final class Opening {

  private Opening() {}

  static List<ContractEvent> forms(CaseOpened fact) {
    UUID id = UUID.randomUUID();
    return List.of(current(id, fact), first(id, fact));
  }

  private static CaseCreatedV2 current(UUID id, CaseOpened fact) {
    CaseView opened = fact.opened();
    return new CaseCreatedV2(
        id,
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

  private static CaseCreatedV1 first(UUID id, CaseOpened fact) {
    CaseView opened = fact.opened();
    return new CaseCreatedV1(
        id,
        CaseCreatedV1.EVENT_TYPE,
        CaseCreatedV1.SCHEMA_VERSION,
        fact.at(),
        CorrelationId.current().value(),
        fact.caseId().value(),
        CaseCreatedV1.AGGREGATE_TYPE,
        fact.fact(),
        new CaseCreatedV1Payload(
            opened.id().value(),
            opened.owner().value(),
            opened.title(),
            opened.status().word(),
            opened.createdAt()));
  }
}
