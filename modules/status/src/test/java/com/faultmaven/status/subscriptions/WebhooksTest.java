package com.faultmaven.status.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.jobs.Next;
import com.faultmaven.jobs.Tasks;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks are told what is published, signed, and again until it gets there. */
@ModuleTest
class WebhooksTest {

  private static final String SUBSCRIPTIONS = "/api/v1/status-subscriptions";

  private final String organization = "acme-" + UUID.randomUUID();
  private final String user = "ada-" + UUID.randomUUID();
  private final JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(200);

  @LocalServerPort private int port;
  @Autowired private Sending sending;
  @Autowired private SentNotices deliveries;
  @Autowired private WebhookClient client;
  @Autowired private MailedNotices mails;
  @Autowired private Outcomes outcomes;
  @Autowired private Tasks tasks;
  @Autowired private TransactionTemplate transaction;
  @Autowired private OwnedSubscriptions owned;
  private HttpServer server;
  private Api ada;

  private record Received(Map<String, String> headers, String text) {

    JsonNode json() {
      return new JsonMapper().readTree(text);
    }
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          String text =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Map<String, String> headers =
              Map.of(
                  "id", exchange.getRequestHeaders().getFirst("webhook-id"),
                  "timestamp", exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                  "signature", exchange.getRequestHeaders().getFirst("webhook-signature"));
          received.add(new Received(headers, text));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(answer.get(), -1);
          exchange.close();
        });
    server.start();
    ada = as(user);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Api as(String who) {
    return Api.on(port)
        .with("X-Organization-ID", organization)
        .as(who)
        .with("X-User-Roles", "[\"operator\"]");
  }

  @Test
  void tellsWhatHappensSigned() throws Exception {
    String secret = subscribe(ada).text("/secret");
    String service = service("Payments");
    String incident = open(service);
    until(2);
    ada.post(incident + "/updates", "{\"message\":\"The disk.\"}").is(201);
    until(3);
    ada.post(incident + "/resolve", "{}").is(200);
    until(5);

    assertThat(kinds())
        .containsExactlyInAnyOrder(
            "incident investigating Slow",
            "incident investigating The disk.",
            "incident resolved Incident resolved.",
            "component degraded_performance",
            "component operational");
    for (Received one : received) {
      assertThat(one.headers().get("signature")).isEqualTo("v1," + signed(secret, one));
      assertThat(one.json().at("/page/id").asString()).isEqualTo(organization);
      assertThat(one.json().at("/meta/generated_at").isString()).isTrue();
    }
    assertThat(received.stream().map(it -> it.headers().get("id")).distinct()).hasSize(5);
  }

  @Test
  void tellsOfTheServicesThatWereChosenOnly() {
    String payments = service("Payments");
    String search = service("Search");
    ada.post(
            SUBSCRIPTIONS,
            "{\"channel\":\"webhook\",\"url\":\"%s\",\"service_ids\":[\"%s\"]}"
                .formatted(url(), payments))
        .is(201);
    open(search);
    String incident = open(payments);
    ada.post(incident + "/resolve", "{}").is(200);
    until(4);
    assertThat(received)
        .allMatch(
            it ->
                it.text().contains(payments) || it.text().contains(incident.replaceAll(".*/", "")));
  }

  @Test
  void tellsTheEndToWhoWasToldTheBeginningHoweverQuietItEnds() {
    subscribe(ada);
    String incident = open(service("Payments"));
    until(2);
    ada.post(incident + "/resolve", "{\"notify\":false}").is(200);
    until(4);
    assertThat(kinds()).contains("incident resolved Incident resolved.");
  }

  @Test
  void saysNothingOfWhatIsQuiet() {
    subscribe(ada);
    String service = service("Payments");
    ada.post(
            "/api/v1/incidents",
            "{\"title\":\"t\",\"severity\":\"low\",\"notify\":false,\"service_ids\":[\"%s\"]}"
                .formatted(service))
        .is(201);
    until(1);
    assertThat(kinds()).containsExactly("component degraded_performance");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 302, 404})
  void triesAgainLaterUnderTheSameId(int status) {
    answer.set(status);
    String id = subscribe(ada).text("/id");
    ada.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(202);
    until(1);
    Answer put = awaited(id, "queued", 1);
    assertThat(put.at("/data/0/last_status").asInt()).isEqualTo(status);
    assertThat(put.at("/data/0/settled_at").isNull()).isTrue();
    String delivery = put.text("/data/0/id");
    await().untilAsserted(() -> assertThat(dueIn(delivery)).isBetween(1, 10));
    assertThat(ada.get(SUBSCRIPTIONS + "/" + id).at("/failing_since").isString()).isTrue();

    answer.set(204);
    sending.run(new Sending.Due(UUID.fromString(delivery), null));
    awaited(id, "delivered", 2);
    assertThat(received.stream().map(it -> it.headers().get("id")).distinct()).hasSize(1);
    assertThat(ada.get(SUBSCRIPTIONS + "/" + id).at("/failing_since").isNull()).isTrue();
  }

  @Test
  void givesUpAfterTheLastPause() {
    answer.set(500);
    String id = subscribe(ada).text("/id");
    ada.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(202);
    String delivery = awaited(id, "queued", 1).text("/data/0/id");
    for (int n = 1; n <= Sending.PAUSES.size(); n++) {
      sending.run(new Sending.Due(UUID.fromString(delivery), null));
    }
    awaited(id, "failed", Sending.PAUSES.size() + 1);

    answer.set(200);
    ada.post(SUBSCRIPTIONS + "/" + id + "/deliveries/" + delivery + "/retry", "").is(202);
    sending.run(new Sending.Due(UUID.fromString(delivery), null));
    awaited(id, "delivered", 1);
  }

  /** Another process may have sent it after the backup was made, whatever this database says. */
  @Test
  void sendsWhatWasWaitingInABackupOnlyIfSomebodyWantsIt() {
    Instant restored = Instant.now().plus(Duration.ofDays(1));
    Sending later =
        new Sending(
            deliveries,
            client,
            mails,
            outcomes,
            tasks,
            () -> restored,
            transaction,
            Clock.systemUTC());
    answer.set(500);
    String id = subscribe(ada).text("/id");
    ada.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(202);
    UUID delivery = UUID.fromString(awaited(id, "queued", 1).text("/data/0/id"));

    assertThat(later.run(new Sending.Due(delivery, null))).isEqualTo(Next.done());
    assertThat(awaited(id, "failed", 1).text("/data/0/last_error"))
        .isEqualTo("the database was restored");
    assertThat(received).hasSize(1);

    answer.set(200);
    database
        .sql("update status.deliveries set state = 'queued', settled_at = null where id = ?")
        .param(delivery)
        .update();
    later.run(new Sending.Due(delivery, true));
    awaited(id, "delivered", 2);
  }

  @Test
  void sendsNothingMoreToWhatIsGone() {
    answer.set(410);
    String id = subscribe(ada).text("/id");
    ada.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(202);
    awaited(id, "failed", 1);
    assertThat(ada.get(SUBSCRIPTIONS + "/" + id).at("/active").asBoolean()).isFalse();
  }

  @Test
  void sendsNothingMoreAfterDaysOfFailures() {
    answer.set(500);
    String id = subscribe(ada).text("/id");
    database
        .sql(
            "update status.subscriptions set failing_since = now() - interval '6 days' where id = ?::uuid")
        .param(id)
        .update();
    ada.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(202);
    awaited(id, "queued", 1);
    await().until(() -> !ada.get(SUBSCRIPTIONS + "/" + id).at("/active").asBoolean());
  }

  @Test
  void tellsEachOfManyOnce() {
    subscribe(ada);
    database
        .sql(
            """
            insert into status.subscriptions (id, organization_id, channel, address, all_services,
              state, secret, created_at)
            select gen_random_uuid(), :organization, 'webhook', :url, true, 'active',
              'whsec_AAAA', now() from generate_series(1, 450)
            """)
        .param("organization", organization)
        .param("url", url())
        .update();
    ada.post(
            "/api/v1/maintenances",
            """
            {"title": "Work", "service_ids": ["%s"], "scheduled_for": "2990-01-01T00:00:00Z",
             "scheduled_until": "2990-01-02T00:00:00Z"}
            """
                .formatted(service("Payments")))
        .is(201);
    await().atMost(Duration.ofSeconds(60)).until(() -> received.size() >= 451);
    assertThat(received.stream().map(it -> it.headers().get("id")).distinct()).hasSize(451);
    assertThat(received).hasSize(451);
  }

  @Test
  void isOnesOwnBusinessAndThatOfAdministrators() {
    String id = subscribe(ada).text("/id");
    Api other = as("eve-" + user);
    other.get(SUBSCRIPTIONS + "/" + id).is(404, "SUBSCRIPTION_NOT_FOUND");
    other.delete(SUBSCRIPTIONS + "/" + id).is(404, "SUBSCRIPTION_NOT_FOUND");
    other.post(SUBSCRIPTIONS + "/" + id + "/test", "").is(404, "SUBSCRIPTION_NOT_FOUND");
    other.get(SUBSCRIPTIONS + "/" + id + "/deliveries").is(404, "SUBSCRIPTION_NOT_FOUND");
    assertThat(other.get(SUBSCRIPTIONS).is(200).at("/data").isEmpty()).isTrue();
    Api admin = other.instead("X-User-Roles", "[\"admin\"]");
    assertThat(admin.get(SUBSCRIPTIONS).is(200).texts("/data", "id")).containsExactly(id);
    assertThat(ada.get(SUBSCRIPTIONS + "/" + id).is(200).at("/secret").isMissingNode()).isTrue();
    Api.on(port).get(SUBSCRIPTIONS).is(401, "AUTHENTICATION_REQUIRED");

    ada.delete(SUBSCRIPTIONS + "/" + id).is(204);
    ada.get(SUBSCRIPTIONS + "/" + id).is(404, "SUBSCRIPTION_NOT_FOUND");
    subscribe(ada);
    assertThat(owned.eraseSome(new UserId(user), 10)).isEqualTo(Erasure.SOME);
    assertThat(owned.eraseSome(new UserId(user), 10)).isEqualTo(Erasure.NOTHING_LEFT);
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://acme.example/x, /url:invalid_format",
    "https://ada:pw@acme.example/x, /url:invalid_format",
    "https:///x, /url:invalid_format",
    "no address at all, /url:invalid_format"
  })
  void isAtAnAddressOfTheWeb(String url, String violation) {
    assertThat(
            ada.post(SUBSCRIPTIONS, "{\"channel\":\"webhook\",\"url\":\"%s\"}".formatted(url))
                .is(422, "VALIDATION_FAILED")
                .violations())
        .containsExactly(violation);
  }

  private Answer subscribe(Api api) {
    return api.post(SUBSCRIPTIONS, "{\"channel\":\"webhook\",\"url\":\"%s\"}".formatted(url()))
        .is(201);
  }

  private String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/hook";
  }

  private String service(String name) {
    return ada.post("/api/v1/services", "{\"name\":\"" + name + "\"}").is(201).text("/id");
  }

  private String open(String service) {
    return ada.post(
            "/api/v1/incidents",
            "{\"title\":\"t\",\"body\":\"Slow\",\"severity\":\"low\",\"service_ids\":[\"%s\"]}"
                .formatted(service))
        .is(201)
        .header("Location");
  }

  private void until(int size) {
    await().atMost(Duration.ofSeconds(20)).until(() -> received.size() >= size);
  }

  private Answer awaited(String subscription, String state, int attempts) {
    String path = SUBSCRIPTIONS + "/" + subscription + "/deliveries";
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              Answer listed = ada.get(path).is(200);
              return listed.text("/data/0/state").equals(state)
                  && listed.at("/data/0/attempts").asInt() == attempts;
            });
    return ada.get(path);
  }

  private int dueIn(String delivery) {
    return database
        .sql(
            """
            select extract(epoch from execution_time - now())::integer from jobs.tasks
            where task_name = 'status.deliver' and task_instance = ?
            """)
        .param(delivery)
        .query(Integer.class)
        .single();
  }

  private List<String> kinds() {
    return received.stream()
        .map(Received::json)
        .map(
            it ->
                it.has("component_update")
                    ? "component " + it.at("/component/status").asString()
                    : "incident "
                        + it.at("/incident/status").asString()
                        + " "
                        + it.at("/incident/incident_updates/0/body").asString())
        .toList();
  }

  private static String signed(String secret, Received one) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
    String text = one.headers().get("id") + "." + one.headers().get("timestamp") + "." + one.text();
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }
}
