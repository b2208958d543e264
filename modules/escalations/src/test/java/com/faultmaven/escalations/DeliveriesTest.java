package com.faultmaven.escalations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of mails of letters, and what people do about it. */
class DeliveriesTest extends OnAMailServer {

  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());

  @Autowired private NamesInEscalations names;

  @Test
  void showsWhatItsProviderTellsWhateverTheOrder() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String id = sent.text("/escalation_id");
    String delivery = sent.text("/deliveries/0/delivery_id");
    for (int n = 0; n < 3; n++) {
      tell(delivery, "bounced", "\"bounce_type\":\"soft\",\"reason\":\"550 full\",", 2);
      tell(delivery, "delivered", "", 1);
    }
    await()
        .atMost(20, SECONDS)
        .until(() -> stored(delivery).equals("bounced") && status(id).equals("failed"));
    Answer seen = api().get(ofCase("deliveries/" + delivery)).is(200);
    assertThat(seen.text("/status")).isEqualTo("bounced");
    assertThat(seen.text("/error")).isEqualTo("550 full");
    assertThat(seen.text("/delivered_at")).startsWith("2026-03-14T09:26:01");

    api().post(ofCase("deliveries/" + delivery + "/retry"), "").is(200);
    awaitStatus(id, "sent");
    assertThat(received(address("duty"))).hasSize(2);
    assertThat(acts()).contains("escalation_requested", "escalation_recorded", "delivery_retried");
  }

  @Test
  void isSeenAsItIsByReadersAndAsItIsSentByWritersOnly() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String message = ofCase("deliveries/" + sent.text("/deliveries/0/delivery_id") + "/message");
    String whole = api().get(message).is(200).text("/message");
    assertThat(whole).contains("List-Unsubscribe: <https://cases.example.com");
    Answer raw = api().with("Accept", "message/rfc822").get(message).is(200);
    assertThat(raw.header("Content-Type")).isEqualTo("message/rfc822");
    assertThat(raw.body()).isEqualTo(whole);

    api().put("/api/v2/cases/" + caseId() + "/participants/grace-" + word, "{\"role\":\"viewer\"}");
    as("grace").get(message).is(403, "PERMISSION_DENIED");
    as("grace").get(ofCase("deliveries")).is(200);
    as("eve").get(ofCase("deliveries")).is(404, "CASE_NOT_FOUND");
  }

  @Test
  void isTakenBackOnlyWhileItWaits() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String id = sent.text("/escalation_id");
    api().post(ofCase("escalations/" + id + "/cancel"), "").is(409, "ESCALATION_SETTLED");

    Answer waiting = send("{\"target_ids\":[],\"cc_emails\":[\"%s\"]}".formatted(address("x")));
    String other = waiting.is(202).text("/escalation_id");
    String delivery = waiting.text("/deliveries/0/delivery_id");
    awaitStatus(other, "sent");
    waitAgain(delivery);
    Answer cancelled = api().post(ofCase("escalations/" + other + "/cancel"), "").is(200);
    assertThat(cancelled.text("/status")).isEqualTo("cancelled");
    assertThat(cancelled.text("/deliveries/0/status")).isEqualTo("cancelled");
    api().post(ofCase("escalations/" + other + "/cancel"), "").is(409);
  }

  @Test
  void isSentAgainWhereNobodyKnowsWhetherItWas() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String delivery = sent.text("/deliveries/0/delivery_id");
    String retry = ofCase("deliveries/" + delivery + "/retry");
    api().post(retry, "").is(409, "DELIVERY_NOT_RETRYABLE");
    database
        .sql("update mail.messages set state = 'unconfirmed' where key = ?")
        .param(delivery)
        .update();
    assertThat(status(sent.text("/escalation_id"))).isEqualTo("partly_sent");
    assertThat(api().post(retry, "").is(200).text("/status")).isEqualTo("queued");
    api().post(retry, "").is(409, "DELIVERY_NOT_RETRYABLE");
    awaitStatus(sent.text("/escalation_id"), "sent");
    assertThat(received(address("duty"))).hasSize(2);
  }

  @Test
  void isListedByWhatIsKnown() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String of = "&escalation_id=" + sent.text("/escalation_id");
    assertThat(api().get(ofCase("deliveries?status=sent" + of)).at("/total").asInt()).isEqualTo(1);
    assertThat(api().get(ofCase("deliveries?status=failed" + of)).at("/total").asInt()).isZero();
    api().get(ofCase("deliveries?status=lost")).is(400, "INVALID_PARAMETER");
  }

  @Test
  void goesWithItsCase() {
    addTarget("duty");
    Answer sent = awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    String delivery = sent.text("/deliveries/0/delivery_id");
    api().post(ofCase("resolution-signals"), "{\"summary\":\"Fixed.\"}").is(201);
    api().delete("/api/v2/cases/" + caseId()).is(204);
    await().atMost(30, SECONDS).until(() -> leftOfTheCase() == 0);
    assertThat(
            database
                .sql("select count(*) from mail.messages where key = ?")
                .param(delivery)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void forgetsWhoWroteIt() {
    addTarget("duty");
    awaitStatus(send("{}").is(202).text("/escalation_id"), "sent");
    api().post(ofCase("resolution-signals"), "{\"summary\":\"Fixed.\"}").is(201);
    UserId ada = new UserId("ada-" + word);
    while (names.eraseSome(ada, 1) == Erasure.SOME) {}
    assertThat(api().get(ofCase("escalations")).at("/escalations/0/requested_by").isNull())
        .isTrue();
    assertThat(api().get(ofCase("resolution-signals")).at("/signals/0/recorded_by").isNull())
        .isTrue();
    assertThat(api().get(ofCase("escalation-audit-events")).texts("/audit_events", "actor"))
        .containsOnly("");
  }

  private int leftOfTheCase() {
    int left = 0;
    for (String table : List.of("targets", "escalations", "deliveries", "signals", "audit")) {
      left +=
          database
              .sql("select count(*) from escalations." + table + " where case_id = ?")
              .param(caseId())
              .query(Integer.class)
              .single();
    }
    return left;
  }

  /** As if its server had refused it for now. */
  private void waitAgain(String delivery) {
    database
        .sql("update mail.messages set state = 'queued' where key = ?")
        .param(delivery)
        .update();
  }

  private void tell(String delivery, String type, String more, int second) {
    as("bridge")
        .with("X-User-Roles", "service")
        .post(
            "/api/v1/mail/events",
            "{\"events\":[{\"delivery_id\":\"%s\",\"type\":\"%s\",%s\"at\":\"2026-03-14T09:26:0%sZ\"}]}"
                .formatted(delivery, type, more, second))
        .is(200);
  }

  private String stored(String delivery) {
    return database
        .sql("select status from escalations.deliveries where delivery_id = ?")
        .param(delivery)
        .query(String.class)
        .single();
  }

  private String status(String id) {
    return escalation(id).text("/status");
  }

  private List<String> acts() {
    return api().get(ofCase("escalation-audit-events")).is(200).texts("/audit_events", "type");
  }
}
