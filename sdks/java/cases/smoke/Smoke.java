import com.faultmaven.sdk.ApiClient;
import com.faultmaven.sdk.ApiException;
import com.faultmaven.sdk.ApiResponse;
import com.faultmaven.sdk.JSON;
import com.faultmaven.sdk.api.CasesApi;
import com.faultmaven.sdk.api.CasesApi.APIChangeCaseStatusRequest;
import com.faultmaven.sdk.api.CasesApi.APICreateCaseRequest;
import com.faultmaven.sdk.api.CasesApi.APIGetCaseRequest;
import com.faultmaven.sdk.api.CasesApi.APIListCasesRequest;
import com.faultmaven.sdk.api.CasesApi.APIUpdateCaseRequest;
import com.faultmaven.sdk.api.MessagesApi;
import com.faultmaven.sdk.api.MessagesApi.APIAddMessageRequest;
import com.faultmaven.sdk.api.MessagesApi.APIListMessagesRequest;
import com.faultmaven.sdk.api.TagsApi;
import com.faultmaven.sdk.api.TagsApi.APIAddCaseTagsRequest;
import com.faultmaven.sdk.api.TagsApi.APIGetCaseTagsRequest;
import com.faultmaven.sdk.api.TagsApi.APIRemoveCaseTagRequest;
import com.faultmaven.sdk.model.AddMessageRequest;
import com.faultmaven.sdk.model.AddTagsRequest;
import com.faultmaven.sdk.model.CaseList;
import com.faultmaven.sdk.model.CaseResponse;
import com.faultmaven.sdk.model.CaseScope;
import com.faultmaven.sdk.model.CaseSort;
import com.faultmaven.sdk.model.CaseStatus;
import com.faultmaven.sdk.model.Category;
import com.faultmaven.sdk.model.ChangeCaseStatusRequest;
import com.faultmaven.sdk.model.CreateCaseRequest;
import com.faultmaven.sdk.model.FieldError;
import com.faultmaven.sdk.model.FieldErrorCode;
import com.faultmaven.sdk.model.MessageRole;
import com.faultmaven.sdk.model.Problem;
import com.faultmaven.sdk.model.Severity;
import com.faultmaven.sdk.model.UpdateCaseRequest;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private final CasesApi cases;
  private final MessagesApi messages;
  private final TagsApi tags;

  Smoke(ApiClient client) {
    cases = new CasesApi(client);
    messages = new MessagesApi(client);
    tags = new TagsApi(client);
  }

  public static void main(String[] arguments) {
    String user = "java-" + UUID.randomUUID();
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    client.setRequestInterceptor(request -> request.header("X-User-ID", user));
    new Smoke(client).run();
  }

  private void run() {
    String caseId = opensACase();
    converses(caseId);
    tagsAndFinds(caseId);
    filtersByEverything(caseId);
    isToldOfConflicts(caseId);
    isToldWhatIsInvalid();
    readsEveryPage();
    readsValuesAddedLater(caseId);
    System.out.println("java: all is well");
  }

  private String opensACase() {
    CreateCaseRequest trouble =
        new CreateCaseRequest().title("Checkout is slow").severity(Severity.HIGH).putMetadataItem("region", "eu");
    APICreateCaseRequest request =
        APICreateCaseRequest.newBuilder()
            .createCaseRequest(trouble)
            .idempotencyKey(UUID.randomUUID().toString())
            .build();
    CaseResponse opened = cases.createCase(request);
    expect(opened.getStatus() == CaseStatus.CONSULTING, "status", opened);
    expect(opened.getSeverity() == Severity.HIGH, "severity", opened);
    expect(Map.of("region", "eu").equals(opened.getMetadata()), "metadata", opened);
    expect(cases.createCase(request).getCaseId().equals(opened.getCaseId()), "repeated request", opened);
    return opened.getCaseId();
  }

  private void converses(String caseId) {
    say(caseId, "Since noon, only in Frankfurt.", MessageRole.USER);
    say(caseId, "The certificate expired.", MessageRole.ASSISTANT);
    List<String> said =
        messages.listMessages(APIListMessagesRequest.newBuilder().caseId(caseId).build()).getMessages().stream()
            .map(message -> message.getTurnNumber() + " " + message.getRole() + " " + message.getContent())
            .toList();
    expect(
        said.equals(List.of("1 user Since noon, only in Frankfurt.", "2 assistant The certificate expired.")),
        "conversation",
        said);
  }

  private void say(String caseId, String content, MessageRole role) {
    messages.addMessage(
        APIAddMessageRequest.newBuilder()
            .caseId(caseId)
            .addMessageRequest(new AddMessageRequest().content(content).role(role))
            .build());
  }

  private void tagsAndFinds(String caseId) {
    tags.addCaseTags(
        APIAddCaseTagsRequest.newBuilder()
            .caseId(caseId)
            .addTagsRequest(new AddTagsRequest().tags(List.of("prod", "Café & Söhne")))
            .build());
    CaseList found =
        cases.listCases(APIListCasesRequest.newBuilder().q("checkout").tag(List.of("café & söhne")).build());
    expect(found.getTotal() == 1 && found.getCases().get(0).getCaseId().equals(caseId), "search", found);
    expect(found.getCases().get(0).getTags().equals(List.of("prod", "Café & Söhne")), "tags", found);
  }

  private void filtersByEverything(String caseId) {
    OffsetDateTime now = OffsetDateTime.now(ZoneOffset.ofHours(2)).truncatedTo(ChronoUnit.MINUTES);
    APIListCasesRequest.Builder filters =
        APIListCasesRequest.newBuilder()
            .status(List.of(CaseStatus.CONSULTING, CaseStatus.CLOSED))
            .severity(List.of(Severity.HIGH))
            .category(List.of(Category.OTHER, Category.ERROR))
            .tag(List.of("prod", "café & söhne"))
            .q("slow checkout")
            .createdBefore(now.plusHours(1).withOffsetSameInstant(ZoneOffset.UTC))
            .updatedAfter(now.minusHours(1))
            .updatedBefore(now.plusHours(1))
            .scope(CaseScope.OWNED)
            .includeArchived(true)
            .sort(CaseSort.RELEVANCE)
            .limit(5)
            .offset(0);
    CaseList found = cases.listCases(filters.createdAfter(now.minusHours(1)).build());
    expect(found.getCases().size() == 1 && found.getCases().get(0).getCaseId().equals(caseId), "filters", found);
    expect(found.getLimit() == 5 && found.getOffset() == 0, "page", found);
    CaseList none = cases.listCases(filters.createdAfter(now.plusHours(1)).build());
    expect(none.getTotal() == 0, "cases of the future", none);

    tags.removeCaseTag(APIRemoveCaseTagRequest.newBuilder().caseId(caseId).tag("Café & Söhne").build());
    List<String> left = tags.getCaseTags(APIGetCaseTagsRequest.newBuilder().caseId(caseId).build()).getTags();
    expect(left.equals(List.of("prod")), "tags left", left);
  }

  private void isToldOfConflicts(String caseId) {
    ApiResponse<CaseResponse> read =
        cases.getCaseWithHttpInfo(APIGetCaseRequest.newBuilder().caseId(caseId).build());
    String seen = read.getHeaders().get("etag").get(0);
    CaseResponse changed = update(caseId, seen, new UpdateCaseRequest().title("Login fails").metadata(null));
    expect(changed.getTitle().equals("Login fails") && changed.getMetadata().isEmpty(), "merge patch", changed);

    Problem stale = problem(412, () -> update(caseId, seen, new UpdateCaseRequest().title("Too late")));
    expect(stale.getCode().equals("VERSION_CONFLICT"), "stale ETag", stale);

    Problem illegal =
        problem(
            409,
            () ->
                cases.changeCaseStatus(
                    APIChangeCaseStatusRequest.newBuilder()
                        .caseId(caseId)
                        .changeCaseStatusRequest(new ChangeCaseStatusRequest().status(CaseStatus.RESOLVED))
                        .build()));
    expect(illegal.getCode().equals("ILLEGAL_STATUS_CHANGE"), "illegal status change", illegal);
    expect(illegal.getAllowed().contains("investigating"), "allowed status changes", illegal);
  }

  private CaseResponse update(String caseId, String seen, UpdateCaseRequest changes) {
    return cases.updateCase(
        APIUpdateCaseRequest.newBuilder().caseId(caseId).ifMatch(seen).updateCaseRequest(changes).build());
  }

  private void isToldWhatIsInvalid() {
    CreateCaseRequest invalid =
        new CreateCaseRequest().title("x".repeat(201)).tags(List.of("fine", " "));
    Problem refused =
        problem(
            422,
            () -> cases.createCase(APICreateCaseRequest.newBuilder().createCaseRequest(invalid).build()));
    expect(refused.getCode().equals("VALIDATION_FAILED"), "invalid case", refused);
    Map<String, FieldErrorCode> violations = new HashMap<>();
    for (FieldError error : refused.getErrors()) {
      violations.put(error.getPointer(), error.getCode());
    }
    expect(
        violations.equals(Map.of("/title", FieldErrorCode.TOO_LONG, "/tags/1", FieldErrorCode.BLANK)),
        "violations",
        violations);
  }

  private void readsEveryPage() {
    for (int number = 1; number <= 25; number++) {
      CreateCaseRequest page = new CreateCaseRequest().title("Page " + number).sessionId("pages");
      cases.createCase(APICreateCaseRequest.newBuilder().createCaseRequest(page).build());
    }
    Set<String> seen = new HashSet<>();
    int pages = 0;
    String cursor = null;
    do {
      CaseList page =
          cases.listCases(
              APIListCasesRequest.newBuilder().sessionId("pages").limit(10).cursor(cursor).build());
      page.getCases().forEach(one -> expect(seen.add(one.getCaseId()), "seen twice", one));
      cursor = page.getNextCursor();
      pages++;
    } while (cursor != null);
    expect(seen.size() == 25 && pages == 3, "pages", seen.size() + " cases on " + pages + " pages");
  }

  private void readsValuesAddedLater(String caseId) {
    CaseResponse today = cases.getCase(APIGetCaseRequest.newBuilder().caseId(caseId).build());
    var mapper = JSON.getDefault().getMapper();
    String later = mapper.writeValueAsString(today).replace("\"consulting\"", "\"waiting\"");
    CaseResponse read =
        mapper.readValue(later.replaceFirst("\\{", "{\"added_later\":1,"), CaseResponse.class);
    expect(read.getStatus() == CaseStatus.UNKNOWN_DEFAULT_OPEN_API, "a value added later", read);
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
