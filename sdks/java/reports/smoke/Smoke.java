import com.faultmaven.sdk.reports.ApiClient;
import com.faultmaven.sdk.reports.ApiException;
import com.faultmaven.sdk.reports.api.ClustersApi;
import com.faultmaven.sdk.reports.api.ClustersApi.APIAnalyzeScopeRequest;
import com.faultmaven.sdk.reports.api.DossiersApi;
import com.faultmaven.sdk.reports.api.DossiersApi.APILinkReportsRequest;
import com.faultmaven.sdk.reports.api.DossiersApi.APIListLinkedReportsRequest;
import com.faultmaven.sdk.reports.api.DossiersApi.APIMergeCasesRequest;
import com.faultmaven.sdk.reports.api.DossiersApi.APIOpenCaseFromReportsRequest;
import com.faultmaven.sdk.reports.api.DossiersApi.APIUnmergeCaseRequest;
import com.faultmaven.sdk.reports.api.ReportsApi;
import com.faultmaven.sdk.reports.api.ReportsApi.APIGetReportRequest;
import com.faultmaven.sdk.reports.api.ReportsApi.APISubmitReportRequest;
import com.faultmaven.sdk.reports.api.ReportsApi.APIUpdateReportRequest;
import com.faultmaven.sdk.reports.model.AnalyzeScopeRequest;
import com.faultmaven.sdk.reports.model.DossierResponse;
import com.faultmaven.sdk.reports.model.GeoPoint;
import com.faultmaven.sdk.reports.model.HypothesisResponse;
import com.faultmaven.sdk.reports.model.LinkReportsRequest;
import com.faultmaven.sdk.reports.model.LinkedReportList;
import com.faultmaven.sdk.reports.model.LinkedReportsResult;
import com.faultmaven.sdk.reports.model.MergeCasesRequest;
import com.faultmaven.sdk.reports.model.NewAnalysis;
import com.faultmaven.sdk.reports.model.OpenCaseRequest;
import com.faultmaven.sdk.reports.model.Problem;
import com.faultmaven.sdk.reports.model.ReportResponse;
import com.faultmaven.sdk.reports.model.ReportStatus;
import com.faultmaven.sdk.reports.model.ReportVisibility;
import com.faultmaven.sdk.reports.model.ScopeAnalysis;
import com.faultmaven.sdk.reports.model.SubmitReportRequest;
import com.faultmaven.sdk.reports.model.UnmergeCaseRequest;
import com.faultmaven.sdk.reports.model.UpdateReportRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private static final String NAME = "java-" + UUID.randomUUID();

  private final ReportsApi reports = new ReportsApi(client(NAME));
  private final ClustersApi clusters = new ClustersApi(client(NAME));
  private final DossiersApi dossiers = new DossiersApi(client(NAME));

  public static void main(String[] arguments) {
    new Smoke().run();
  }

  private static ApiClient client(String userId) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    client.setRequestInterceptor(request -> request.header("X-User-ID", userId));
    return client;
  }

  private void run() {
    SubmitReportRequest first = report("Tiles fall from the roof of the market hall", 8.5412, 0.9).externalId(NAME);
    ReportResponse one = submit(first);
    expect(submit(first).getReportId().equals(one.getReportId()), "the same report again", one);
    ReportResponse two = submit(report("Tiles fell beside the entrance of the market hall", 8.5413, 0.8));
    ReportResponse far = submit(report("A bench is painted yellow", 8.5912, 0.2));
    findsWhatBelongsTogether(one, two, far);
    String caseId = opensACase(one, two);
    showsTwoCasesAsOneAndAsTwoAgain(caseId);
    changesAReportAndKeepsItToItself(far.getReportId());
    System.out.println("java: all is well");
  }

  private static SubmitReportRequest report(String title, double longitude, double severity) {
    return new SubmitReportRequest()
        .location(new GeoPoint().type(GeoPoint.TypeEnum.POINT).coordinates(List.of(longitude, 47.3766)))
        .analyses(List.of(new NewAnalysis().title(title).severity(severity)));
  }

  private ReportResponse submit(SubmitReportRequest report) {
    return reports.submitReport(APISubmitReportRequest.newBuilder().submitReportRequest(report).build());
  }

  private void findsWhatBelongsTogether(ReportResponse one, ReportResponse two, ReportResponse far) {
    AnalyzeScopeRequest scope =
        new AnalyzeScopeRequest().reportIds(List.of(far.getReportId(), two.getReportId(), one.getReportId()));
    ScopeAnalysis analysis =
        clusters.analyzeScope(APIAnalyzeScopeRequest.newBuilder().analyzeScopeRequest(scope).build());
    expect(analysis.getStats().getReportCount() == 3, "stats", analysis.getStats());
    HypothesisResponse together = analysis.getHypotheses().get(0);
    expect(together.getReportSeqs().equals(List.of(one.getSeq(), two.getSeq())), "hypothesis", together);
    expect(together.getRationale().contains("shared incident language"), "rationale", together);
  }

  private String opensACase(ReportResponse one, ReportResponse two) {
    String caseId = open(new OpenCaseRequest().title("The market hall").reportIds(List.of(one.getReportId())));
    LinkReportsRequest link = new LinkReportsRequest().reportIds(Set.of(two.getReportId())).reason("seen");
    LinkedReportsResult linked =
        dossiers.linkReports(APILinkReportsRequest.newBuilder().caseId(caseId).linkReportsRequest(link).build());
    expect(linked.getLinked() == 1 && linked.getTotal() == 2, "links", linked);
    LinkedReportList page =
        dossiers.listLinkedReports(APIListLinkedReportsRequest.newBuilder().caseId(caseId).limit(1).build());
    LinkedReportList rest =
        dossiers.listLinkedReports(
            APIListLinkedReportsRequest.newBuilder().caseId(caseId).limit(1).cursor(page.getNextCursor()).build());
    expect(page.getReports().get(0).getSeq().equals(one.getSeq()), "first page", page);
    expect(rest.getReports().get(0).getSeq().equals(two.getSeq()), "second page", rest);
    return caseId;
  }

  private String open(OpenCaseRequest request) {
    return dossiers
        .openCaseFromReports(APIOpenCaseFromReportsRequest.newBuilder().openCaseRequest(request).build())
        .getCaseId();
  }

  private void showsTwoCasesAsOneAndAsTwoAgain(String caseId) {
    String other = open(new OpenCaseRequest().title("The same roof"));
    MergeCasesRequest merge = new MergeCasesRequest().sourceCaseIds(Set.of(other)).reason("one roof");
    DossierResponse merged =
        dossiers.mergeCases(APIMergeCasesRequest.newBuilder().caseId(caseId).mergeCasesRequest(merge).build());
    expect(merged.getMergedFrom().equals(List.of(other)), "merged", merged);
    APIUnmergeCaseRequest unmerge =
        APIUnmergeCaseRequest.newBuilder()
            .caseId(caseId)
            .unmergeCaseRequest(new UnmergeCaseRequest().sourceCaseId(other))
            .build();
    expect(dossiers.unmergeCase(unmerge).getMergedFrom().isEmpty(), "unmerged", other);
    Problem again = problem(409, () -> dossiers.unmergeCase(unmerge));
    expect(again.getCode().equals("NOT_MERGED"), "unmerged twice", again);
  }

  private void changesAReportAndKeepsItToItself(String reportId) {
    ReportResponse changed =
        reports.updateReport(
            APIUpdateReportRequest.newBuilder()
                .reportId(reportId)
                .updateReportRequest(
                    new UpdateReportRequest()
                        .status(ReportStatus.RESOLVED)
                        .visibility(ReportVisibility.PRIVATE))
                .build());
    expect(changed.getStatus() == ReportStatus.RESOLVED, "status", changed);
    ReportsApi stranger = new ReportsApi(client(NAME + "-2"));
    Problem hidden =
        problem(404, () -> stranger.getReport(APIGetReportRequest.newBuilder().reportId(reportId).build()));
    expect(hidden.getCode().equals("REPORT_NOT_FOUND"), "private", hidden);
  }

  private static Problem problem(int status, Runnable request) {
    try {
      request.run();
    } catch (ApiException refused) {
      expect(refused.getCode() == status, "status " + status, refused);
      return refused.getProblem().orElseThrow(() -> refused);
    }
    throw new AssertionError("not refused with " + status);
  }

  private static void expect(boolean asExpected, String what, Object seen) {
    if (!asExpected) {
      throw new AssertionError(what + ": " + seen);
    }
  }
}
