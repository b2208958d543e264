package com.faultmaven.escalations.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.escalations.v1.api.EscalationsApi;
import com.faultmaven.contracts.escalations.v1.model.AuditList;
import com.faultmaven.contracts.escalations.v1.model.Draft;
import com.faultmaven.contracts.escalations.v1.model.DraftEscalationRequest;
import com.faultmaven.contracts.escalations.v1.model.Escalation;
import com.faultmaven.contracts.escalations.v1.model.EscalationList;
import com.faultmaven.contracts.escalations.v1.model.SendEscalationRequest;
import com.faultmaven.escalations.DeliveryCommands;
import com.faultmaven.escalations.EscalationQueries;
import com.faultmaven.escalations.Escalations;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.paging.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Escalations. */
@RestController
class EscalationsController implements EscalationsApi {

  private final Escalations escalations;
  private final DeliveryCommands deliveries;
  private final EscalationQueries queries;

  EscalationsController(
      Escalations escalations, DeliveryCommands deliveries, EscalationQueries queries) {
    this.escalations = escalations;
    this.deliveries = deliveries;
    this.queries = queries;
  }

  @Override
  public ResponseEntity<Draft> draftEscalation(
      String caseId, @Nullable DraftEscalationRequest request) {
    CaseId id = CaseId.of(caseId);
    return ResponseEntity.ok(
        EscalationResponses.of(
            id, escalations.draft(id, EscalationRequests.of(request), Caller.current())));
  }

  @Override
  public ResponseEntity<EscalationList> listEscalations(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        EscalationResponses.of(
            queries.list(CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<Escalation> sendEscalation(
      String caseId, @Nullable SendEscalationRequest request) {
    com.faultmaven.escalations.Escalation sent =
        escalations.send(CaseId.of(caseId), EscalationRequests.of(request), Caller.current());
    return ResponseEntity.accepted()
        .header("Location", "/api/v1/cases/" + caseId + "/escalations/" + sent.id())
        .eTag(sent.etag())
        .body(EscalationResponses.of(sent));
  }

  @Override
  public ResponseEntity<Escalation> getEscalation(String caseId, String escalationId) {
    return answer(queries.get(CaseId.of(caseId), escalationId, Caller.current()));
  }

  @Override
  public ResponseEntity<Escalation> cancelEscalation(String caseId, String escalationId) {
    return answer(deliveries.cancel(CaseId.of(caseId), escalationId, Caller.current()));
  }

  @Override
  public ResponseEntity<AuditList> listEscalationAudit(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        SignalResponses.audit(
            queries.audit(CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  private static ResponseEntity<Escalation> answer(com.faultmaven.escalations.Escalation found) {
    return ResponseEntity.ok().eTag(found.etag()).body(EscalationResponses.of(found));
  }
}
