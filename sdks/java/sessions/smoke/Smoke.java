import com.faultmaven.sdk.sessions.ApiClient;
import com.faultmaven.sdk.sessions.ApiException;
import com.faultmaven.sdk.sessions.api.SessionsApi;
import com.faultmaven.sdk.sessions.api.SessionsApi.APICreateSessionRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIDeleteSessionRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIGetSessionRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIHeartbeatSessionRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIListCasesOfSessionRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIListSessionsRequest;
import com.faultmaven.sdk.sessions.api.SessionsApi.APIUpdateSessionRequest;
import com.faultmaven.sdk.sessions.model.CreateSessionRequest;
import com.faultmaven.sdk.sessions.model.Problem;
import com.faultmaven.sdk.sessions.model.SessionList;
import com.faultmaven.sdk.sessions.model.SessionResponse;
import com.faultmaven.sdk.sessions.model.SessionStatus;
import com.faultmaven.sdk.sessions.model.UpdateSessionRequest;
import java.util.Map;
import java.util.UUID;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private final SessionsApi sessions;

  Smoke(ApiClient client) {
    sessions = new SessionsApi(client);
  }

  public static void main(String[] arguments) {
    String user = "java-" + UUID.randomUUID();
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("BASE_URL"));
    client.setRequestInterceptor(request -> request.header("X-User-ID", user));
    new Smoke(client).run();
  }

  private void run() {
    String sessionId = opensAndResumes();
    keepsItAlive(sessionId);
    namesIt(sessionId);
    isToldWhatIsInvalid();
    endsIt(sessionId);
    System.out.println("java: all is well");
  }

  private String opensAndResumes() {
    CreateSessionRequest request = new CreateSessionRequest().clientId("smoke").putMetadataItem("source", "smoke");
    SessionResponse opened = open(request);
    expect(!opened.getSessionResumed(), "resumed", opened);
    expect(opened.getMetadata().equals(Map.of("source", "smoke")), "metadata", opened);
    expect(
        opened.getLastActivityAt().plusMinutes(opened.getTimeoutMinutes()).isEqual(opened.getExpiresAt()),
        "end",
        opened);
    SessionResponse resumed = open(request);
    expect(resumed.getSessionResumed() && resumed.getSessionId().equals(opened.getSessionId()), "resumed", resumed);
    return opened.getSessionId();
  }

  private SessionResponse open(CreateSessionRequest request) {
    return sessions.createSession(APICreateSessionRequest.newBuilder().createSessionRequest(request).build());
  }

  private void keepsItAlive(String sessionId) {
    SessionStatus status =
        sessions.heartbeatSession(APIHeartbeatSessionRequest.newBuilder().sessionId(sessionId).build()).getStatus();
    expect(status == SessionStatus.ACTIVE, "status", status);
    SessionList listed = sessions.listSessions(APIListSessionsRequest.newBuilder().clientId("smoke").build());
    expect(
        listed.getTotal() == 1 && listed.getSessions().get(0).getSessionId().equals(sessionId), "listed", listed);
    expect(
        sessions
            .listCasesOfSession(APIListCasesOfSessionRequest.newBuilder().sessionId(sessionId).build())
            .getCases()
            .isEmpty(),
        "cases",
        sessionId);
  }

  private void namesIt(String sessionId) {
    String seen =
        sessions
            .getSessionWithHttpInfo(APIGetSessionRequest.newBuilder().sessionId(sessionId).build())
            .getHeaders()
            .get("etag")
            .get(0);
    expect(
        "Checkout".equals(update(sessionId, seen, new UpdateSessionRequest().title("Checkout")).getTitle()),
        "title",
        sessionId);
    Problem stale = problem(412, () -> update(sessionId, seen, new UpdateSessionRequest().title("Late")));
    expect(stale.getCode().equals("VERSION_CONFLICT"), "stale ETag", stale);
    SessionResponse unnamed = update(sessionId, null, new UpdateSessionRequest().title(null));
    expect(unnamed.getTitle() == null, "title", unnamed);
  }

  private SessionResponse update(String sessionId, String seen, UpdateSessionRequest changes) {
    return sessions.updateSession(
        APIUpdateSessionRequest.newBuilder()
            .sessionId(sessionId)
            .ifMatch(seen)
            .updateSessionRequest(changes)
            .build());
  }

  private void isToldWhatIsInvalid() {
    Problem refused = problem(422, () -> open(new CreateSessionRequest().timeoutMinutes(5)));
    expect(refused.getErrors().get(0).getPointer().equals("/timeout_minutes"), "violation", refused);
  }

  private void endsIt(String sessionId) {
    sessions.deleteSession(APIDeleteSessionRequest.newBuilder().sessionId(sessionId).build());
    Problem gone =
        problem(404, () -> sessions.getSession(APIGetSessionRequest.newBuilder().sessionId(sessionId).build()));
    expect(gone.getCode().equals("SESSION_NOT_FOUND"), "an ended session", gone);
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
