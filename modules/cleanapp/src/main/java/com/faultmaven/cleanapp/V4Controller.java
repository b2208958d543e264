package com.faultmaven.cleanapp;

import com.faultmaven.cleanapp.CleanApp.Detailed;
import com.faultmaven.contracts.cleanapp.v4.api.CleanAppApi;
import com.faultmaven.contracts.cleanapp.v4.model.CaseDetail;
import com.faultmaven.contracts.cleanapp.v4.model.CaseEscalations;
import com.faultmaven.contracts.cleanapp.v4.model.ClusterAnalysis;
import com.faultmaven.contracts.cleanapp.v4.model.EscalationDraft;
import com.faultmaven.contracts.cleanapp.v4.model.MatchingCases;
import com.faultmaven.contracts.cleanapp.v4.model.ReportCases;
import com.faultmaven.contracts.cleanapp.v4.model.SentEscalation;
import com.faultmaven.kernel.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The operations of version 4. */
@RestController
class V4Controller implements CleanAppApi {

  private final ClusterAnalyses analyses;
  private final CleanApp cleanApp;

  V4Controller(ClusterAnalyses analyses, CleanApp cleanApp) {
    this.analyses = analyses;
    this.cleanApp = cleanApp;
  }

  @Override
  public ResponseEntity<ClusterAnalysis> analyzeCluster(JsonNode sent) {
    return ResponseEntity.ok(analyses.analyze(sent));
  }

  @Override
  public ResponseEntity<ClusterAnalysis> analyzeAroundReport(JsonNode sent) {
    return ResponseEntity.ok(analyses.analyzeAround(sent));
  }

  @Override
  public ResponseEntity<CaseDetail> createCase(JsonNode sent) {
    return answer(cleanApp.open(sent, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseDetail> openCaseFromCluster(JsonNode sent) {
    return answer(cleanApp.upsert(sent, Caller.current()));
  }

  @Override
  public ResponseEntity<MatchingCases> listMatchingCases(JsonNode sent) {
    return ResponseEntity.ok(analyses.match(sent, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseDetail> mergeCases(JsonNode sent) {
    return ResponseEntity.ok(cleanApp.merge(sent, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseDetail> getCase(String caseId) {
    return ResponseEntity.ok(cleanApp.get(caseId, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseDetail> addReportsToCase(String caseId, JsonNode sent) {
    return ResponseEntity.ok(cleanApp.addReports(caseId, sent, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseDetail> changeCaseStatus(String caseId, JsonNode sent) {
    return ResponseEntity.ok(cleanApp.move(caseId, sent, Caller.current()));
  }

  @Override
  public ResponseEntity<CaseEscalations> listCaseEscalations(String caseId) {
    return ResponseEntity.ok(cleanApp.escalations(caseId, Caller.current()));
  }

  @Override
  public ResponseEntity<EscalationDraft> draftEscalation(String caseId, @Nullable JsonNode sent) {
    return ResponseEntity.ok(cleanApp.draft(caseId, sent, Caller.current()));
  }

  @Override
  public ResponseEntity<SentEscalation> sendEscalation(String caseId, JsonNode sent) {
    return ResponseEntity.ok(cleanApp.send(caseId, sent, Caller.current()));
  }

  @Override
  public ResponseEntity<ReportCases> listCasesOfReport(String seq) {
    return ResponseEntity.ok(cleanApp.casesOfReport(seq));
  }

  private static ResponseEntity<CaseDetail> answer(Detailed found) {
    return ResponseEntity.status(found.opened() ? HttpStatus.CREATED : HttpStatus.OK)
        .body(found.detail());
  }
}
