package com.faultmaven.reports.web;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.reports.v1.api.DossiersApi;
import com.faultmaven.contracts.reports.v1.model.CaseClusterList;
import com.faultmaven.contracts.reports.v1.model.DossierAuditList;
import com.faultmaven.contracts.reports.v1.model.DossierResponse;
import com.faultmaven.contracts.reports.v1.model.LinkReportsRequest;
import com.faultmaven.contracts.reports.v1.model.LinkedReportList;
import com.faultmaven.contracts.reports.v1.model.LinkedReportsResult;
import com.faultmaven.contracts.reports.v1.model.MergeCasesRequest;
import com.faultmaven.contracts.reports.v1.model.OpenCaseRequest;
import com.faultmaven.contracts.reports.v1.model.UnmergeCaseRequest;
import com.faultmaven.contracts.reports.v1.model.UpdateDossierRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.clusters.ClusterId;
import com.faultmaven.reports.dossiers.CaseClusters;
import com.faultmaven.reports.dossiers.Dossier;
import com.faultmaven.reports.dossiers.DossierCommands;
import com.faultmaven.reports.dossiers.DossierQueries;
import com.faultmaven.reports.dossiers.Linking;
import com.faultmaven.reports.dossiers.Merging;
import com.faultmaven.reports.dossiers.OpeningCases;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Dossiers. */
@RestController
class DossiersController implements DossiersApi {

  private final OpeningCases opening;
  private final DossierCommands commands;
  private final DossierQueries queries;
  private final Linking linking;
  private final CaseClusters clusters;
  private final Merging merging;
  private final DossierRequests requests;
  private final DossierResponses responses;

  DossiersController(
      OpeningCases opening,
      DossierCommands commands,
      DossierQueries queries,
      Linking linking,
      CaseClusters clusters,
      Merging merging,
      DossierRequests requests,
      DossierResponses responses) {
    this.opening = opening;
    this.commands = commands;
    this.queries = queries;
    this.linking = linking;
    this.clusters = clusters;
    this.merging = merging;
    this.requests = requests;
    this.responses = responses;
  }

  @Override
  public ResponseEntity<DossierResponse> openCaseFromReports(OpenCaseRequest request) {
    Dossier opened = opening.open(requests.newDossier(request), Caller.current());
    return ResponseEntity.created(URI.create("/api/v2/cases/" + opened.caseId()))
        .eTag(opened.etag())
        .body(responses.of(opened));
  }

  @Override
  public ResponseEntity<DossierResponse> getDossier(String caseId) {
    return answer(queries.get(CaseId.of(caseId), Caller.current()));
  }

  @Override
  public ResponseEntity<DossierResponse> updateDossier(
      String caseId, UpdateDossierRequest patch, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            CaseId.of(caseId), requests.edit(patch), IfMatch.of(ifMatch), Caller.current()));
  }

  @Override
  public ResponseEntity<LinkedReportList> listLinkedReports(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        DossierResponses.reports(
            queries.reports(
                CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<LinkedReportsResult> linkReports(
      String caseId, LinkReportsRequest request) {
    return ResponseEntity.ok(
        DossierResponses.of(
            linking.link(
                CaseId.of(caseId),
                List.copyOf(request.getReportIds()),
                DossierRequests.link(request),
                Caller.current())));
  }

  @Override
  public ResponseEntity<Void> unlinkReport(String caseId, String reportId) {
    linking.unlink(CaseId.of(caseId), ReportId.of(reportId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<CaseClusterList> listCaseClusters(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        DossierResponses.clusters(
            queries.clusters(
                CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  @Override
  public ResponseEntity<Void> linkCluster(String caseId, String clusterId) {
    clusters.link(CaseId.of(caseId), ClusterId.of(clusterId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<Void> unlinkCluster(String caseId, String clusterId) {
    clusters.unlink(CaseId.of(caseId), ClusterId.of(clusterId), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<DossierResponse> mergeCases(String caseId, MergeCasesRequest request) {
    return answer(
        merging.merge(
            CaseId.of(caseId),
            DossierRequests.cases(request.getSourceCaseIds()),
            request.getReason().orElse(null),
            Caller.current()));
  }

  @Override
  public ResponseEntity<DossierResponse> unmergeCase(String caseId, UnmergeCaseRequest request) {
    return answer(
        merging.unmerge(CaseId.of(caseId), CaseId.of(request.getSourceCaseId()), Caller.current()));
  }

  @Override
  public ResponseEntity<DossierAuditList> listDossierAudit(
      String caseId, Integer limit, @Nullable Integer offset, @Nullable String cursor) {
    return ResponseEntity.ok(
        responses.audit(
            queries.audit(CaseId.of(caseId), Paging.of(limit, offset, cursor), Caller.current())));
  }

  private ResponseEntity<DossierResponse> answer(Dossier dossier) {
    return ResponseEntity.ok().eTag(dossier.etag()).body(responses.of(dossier));
  }
}
