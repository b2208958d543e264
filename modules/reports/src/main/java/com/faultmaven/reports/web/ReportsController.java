package com.faultmaven.reports.web;

import com.faultmaven.contracts.reports.v1.api.ReportFilterParameters;
import com.faultmaven.contracts.reports.v1.api.ReportsApi;
import com.faultmaven.contracts.reports.v1.model.PutAnalysisRequest;
import com.faultmaven.contracts.reports.v1.model.ReportCaseList;
import com.faultmaven.contracts.reports.v1.model.ReportList;
import com.faultmaven.contracts.reports.v1.model.ReportResponse;
import com.faultmaven.contracts.reports.v1.model.SubmitReportRequest;
import com.faultmaven.contracts.reports.v1.model.UpdateReportRequest;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.paging.Paging;
import com.faultmaven.reports.CasesOfReports;
import com.faultmaven.reports.Reader;
import com.faultmaven.reports.Report;
import com.faultmaven.reports.ReportCommands;
import com.faultmaven.reports.ReportId;
import com.faultmaven.reports.ReportQueries;
import com.faultmaven.reports.ReportSort;
import com.faultmaven.reports.SubmittedReport;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** The operations tagged Reports. */
@RestController
class ReportsController implements ReportsApi {

  private final ReportCommands commands;
  private final ReportQueries queries;
  private final CasesOfReports cases;

  ReportsController(ReportCommands commands, ReportQueries queries, CasesOfReports cases) {
    this.commands = commands;
    this.queries = queries;
    this.cases = cases;
  }

  @Override
  public ResponseEntity<ReportResponse> submitReport(SubmitReportRequest request) {
    SubmittedReport submitted =
        commands.submit(ReportRequests.newReport(request), Caller.current());
    Report report = submitted.report();
    ResponseEntity.BodyBuilder answer =
        submitted.created()
            ? ResponseEntity.created(URI.create("/api/v1/reports/" + report.id()))
            : ResponseEntity.ok();
    return answer.eTag(report.etag()).body(ReportResponses.of(report));
  }

  @Override
  public ResponseEntity<ReportList> listReports(
      ReportFilterParameters filter,
      String sort,
      Integer limit,
      @Nullable Integer offset,
      @Nullable String cursor) {
    Caller caller = Caller.current();
    return ResponseEntity.ok(
        ReportResponses.of(
            queries.list(
                ReportRequests.filter(filter, caller),
                ReportSort.of(sort),
                Paging.of(limit, offset, cursor),
                caller)));
  }

  @Override
  public ResponseEntity<ReportResponse> getReport(String reportId) {
    return answer(queries.get(ReportId.of(reportId), Reader.of(Caller.current())));
  }

  @Override
  public ResponseEntity<ReportResponse> updateReport(
      String reportId, UpdateReportRequest request, @Nullable String ifMatch) {
    return answer(
        commands.edit(
            ReportId.of(reportId),
            ReportRequests.edit(request),
            IfMatch.of(ifMatch),
            Caller.current()));
  }

  @Override
  public ResponseEntity<Void> deleteReport(String reportId, @Nullable String ifMatch) {
    commands.delete(ReportId.of(reportId), IfMatch.of(ifMatch), Caller.current());
    return ResponseEntity.noContent().build();
  }

  @Override
  public ResponseEntity<ReportResponse> putAnalysis(
      String reportId, String language, PutAnalysisRequest request, @Nullable String ifMatch) {
    return answer(
        commands.put(
            ReportRequests.analysis(request, language),
            ReportId.of(reportId),
            IfMatch.of(ifMatch),
            Caller.current()));
  }

  @Override
  public ResponseEntity<ReportCaseList> listCasesOfReport(String reportId) {
    return ResponseEntity.ok(CaseResponses.of(cases.of(ReportId.of(reportId), Caller.current())));
  }

  private static ResponseEntity<ReportResponse> answer(Report report) {
    return ResponseEntity.ok().eTag(report.etag()).body(ReportResponses.of(report));
  }
}
