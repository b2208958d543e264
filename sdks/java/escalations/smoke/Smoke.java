import com.faultmaven.sdk.escalations.ApiClient;
import com.faultmaven.sdk.escalations.ApiException;
import com.faultmaven.sdk.escalations.api.DeliveriesApi;
import com.faultmaven.sdk.escalations.api.DeliveriesApi.APIGetDeliveryMessageRequest;
import com.faultmaven.sdk.escalations.api.DeliveriesApi.APIRetryDeliveryRequest;
import com.faultmaven.sdk.escalations.api.EscalationsApi;
import com.faultmaven.sdk.escalations.api.EscalationsApi.APIDraftEscalationRequest;
import com.faultmaven.sdk.escalations.api.EscalationsApi.APIGetEscalationRequest;
import com.faultmaven.sdk.escalations.api.EscalationsApi.APISendEscalationRequest;
import com.faultmaven.sdk.escalations.api.SignalsApi;
import com.faultmaven.sdk.escalations.api.SignalsApi.APIRecordSignalRequest;
import com.faultmaven.sdk.escalations.api.TargetsApi;
import com.faultmaven.sdk.escalations.api.TargetsApi.APIAddTargetRequest;
import com.faultmaven.sdk.escalations.model.AddTargetRequest;
import com.faultmaven.sdk.escalations.model.Delivery;
import com.faultmaven.sdk.escalations.model.DraftEscalationRequest;
import com.faultmaven.sdk.escalations.model.Escalation;
import com.faultmaven.sdk.escalations.model.EscalationStatus;
import com.faultmaven.sdk.escalations.model.Problem;
import com.faultmaven.sdk.escalations.model.RecordSignalRequest;
import com.faultmaven.sdk.escalations.model.SendEscalationRequest;
import com.faultmaven.sdk.escalations.model.Signal;
import com.faultmaven.sdk.escalations.model.SignalKind;
import com.faultmaven.sdk.escalations.model.Target;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What an application does with the SDK, against the service at BASE_URL. */
class Smoke {

  private static final String NAME = "java-" + UUID.randomUUID();
  private static final String BASE = System.getenv("BASE_URL");

  private final TargetsApi targets = new TargetsApi(client());
  private final EscalationsApi escalations = new EscalationsApi(client());
  private final DeliveriesApi deliveries = new DeliveriesApi(client());
  private final SignalsApi signals = new SignalsApi(client());

  public static void main(String[] arguments) throws Exception {
    new Smoke().run(openCase());
  }

  private static ApiClient client() {
    ApiClient client = new ApiClient();
    client.updateBaseUri(BASE);
    client.setRequestInterceptor(request -> request.header("X-User-ID", NAME));
    return client;
  }

  /** The client of another contract would do it. */
  private static String openCase() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(BASE + "/api/v2/cases"))
            .header("X-User-ID", NAME)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString("{\"title\": \"The market hall\"}"))
            .build();
    String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return answer.replaceFirst(".*\"case_id\":\"([^\"]+)\".*", "$1");
  }

  private void run(String caseId) throws InterruptedException {
    String escalationId = writesTo(saysWhoCanDoSomething(caseId), caseId);
    seesWhatBecameOfIt(caseId, escalationId);
    hearsThatItIsOver(caseId);
    System.out.println("java: all is well");
  }

  private String saysWhoCanDoSomething(String caseId) {
    AddTargetRequest request = new AddTargetRequest().email(NAME + "@works.dev").organization("City Works");
    APIAddTargetRequest add = APIAddTargetRequest.newBuilder().caseId(caseId).addTargetRequest(request).build();
    Target added = targets.addTarget(add);
    expect(targets.addTarget(add).getTargetId().equals(added.getTargetId()), "the same address again", added);
    return added.getTargetId();
  }

  private String writesTo(String targetId, String caseId) {
    String subject =
        escalations
            .draftEscalation(
                APIDraftEscalationRequest.newBuilder()
                    .caseId(caseId)
                    .draftEscalationRequest(new DraftEscalationRequest())
                    .build())
            .getSubject();
    expect(subject.equals("Escalation: The market hall"), "draft", subject);
    SendEscalationRequest letter =
        new SendEscalationRequest()
            .targetIds(List.of(targetId))
            .ccEmails(List.of("mayor-" + NAME + "@works.dev"))
            .body("Tiles fall.")
            .attachMemo(true);
    APISendEscalationRequest.Builder send =
        APISendEscalationRequest.newBuilder().caseId(caseId).sendEscalationRequest(letter);
    String id = escalations.sendEscalation(send.idempotencyKey(NAME).build()).getEscalationId();
    String again = escalations.sendEscalation(send.idempotencyKey(NAME).build()).getEscalationId();
    expect(again.equals(id), "sent once under its key", again);
    Problem refused = problem(409, () -> escalations.sendEscalation(send.idempotencyKey(null).build()));
    expect(refused.getCode().equals("RECENTLY_ESCALATED"), "sent twice", refused);
    return id;
  }

  private void seesWhatBecameOfIt(String caseId, String escalationId) throws InterruptedException {
    APIGetEscalationRequest get =
        APIGetEscalationRequest.newBuilder().caseId(caseId).escalationId(escalationId).build();
    Escalation letter = escalations.getEscalation(get);
    for (int n = 0; n < 200 && letter.getCompletedAt() == null; n++) {
      Thread.sleep(100);
      letter = escalations.getEscalation(get);
    }
    expect(letter.getStatus() == EscalationStatus.SENT, "status", letter);
    List<String> known =
        letter.getDeliveries().stream().map(it -> it.getKind() + ": " + it.getStatus()).toList();
    expect(known.equals(List.of("to: sent", "cc: sent")), "deliveries", known);
    Delivery first = letter.getDeliveries().get(0);
    String message =
        deliveries
            .getDeliveryMessage(
                APIGetDeliveryMessageRequest.newBuilder()
                    .caseId(caseId)
                    .deliveryId(first.getDeliveryId())
                    .build())
            .getMessage();
    expect(message.contains("Tiles fall.") && message.contains("memo-" + caseId + ".pdf"), "message", message);
    Problem refused =
        problem(
            409,
            () ->
                deliveries.retryDelivery(
                    APIRetryDeliveryRequest.newBuilder()
                        .caseId(caseId)
                        .deliveryId(first.getDeliveryId())
                        .build()));
    expect(refused.getCode().equals("DELIVERY_NOT_RETRYABLE"), "retried", refused);
  }

  private void hearsThatItIsOver(String caseId) {
    RecordSignalRequest request =
        new RecordSignalRequest()
            .kind(RecordSignalRequest.KindEnum.FIXED)
            .summary("The roof is mended.")
            .metadata(Map.of("by", "phone"));
    Signal heard =
        signals.recordSignal(
            APIRecordSignalRequest.newBuilder().caseId(caseId).recordSignalRequest(request).build());
    expect(heard.getKind() == SignalKind.FIXED, "kind", heard);
    expect("resolved".equals(String.valueOf(heard.getSuggestedStatus())), "suggested status", heard);
    expect(heard.getMetadata().equals(Map.of("by", "phone")), "metadata", heard);
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
