package com.faultmaven.events.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestBroker;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One story on one broker, which is not there when the service starts. */
@IntegrationTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublisherTest {

  private static final TestBroker BROKER = new TestBroker();
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();

  @LocalServerPort private int port;
  private Api api;

  @DynamicPropertySource
  static void configureBroker(DynamicPropertyRegistry properties) {
    properties.add("KAFKA_BOOTSTRAP_SERVERS", BROKER::address);
    properties.add("spring.kafka.bootstrap-servers", BROKER::address);
  }

  @BeforeEach
  void connect() {
    api =
        Api.on(port)
            .asSomebody()
            .with("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
  }

  @AfterAll
  static void stopBroker() {
    BROKER.close();
  }

  @Test
  @Order(1)
  void catchesUpWithABrokerThatWasDown() {
    Set<String> cases = new java.util.HashSet<>();
    for (int n = 0; n < 20; n++) {
      cases.add(api.post("/api/v2/cases", "{\"title\":\"t\"}").is(201).text("/case_id"));
    }

    assertThat(lag("events")).isGreaterThanOrEqualTo(20);
    assertThat(lag("seconds")).isPositive();
    BROKER.start();

    try (TopicReader reader =
        new TopicReader(BROKER.address(), "case.created.v1", "case.created.v2")) {
      var records = reader.read(40, SOON, record -> cases.contains(record.key()));
      assertThat(ids(records, "case.created.v1"))
          .hasSize(20)
          .isEqualTo(ids(records, "case.created.v2"));
    }
  }

  @Test
  @Order(2)
  void sendsTheEnvelopeOfTheContract() {
    String id =
        api.post("/api/v2/cases", "{\"title\":\"t\",\"tags\":[\"x\"]}").is(201).text("/case_id");

    try (TopicReader reader =
        new TopicReader(BROKER.address(), "case.created.v1", "case.created.v2")) {
      var records = reader.read(2, SOON, record -> id.equals(record.key()));
      JsonNode v1 = value(in(records, "case.created.v1"));
      JsonNode v2 = value(in(records, "case.created.v2"));
      assertThat(v1.propertyNames())
          .containsExactly(
              "event_id",
              "event_type",
              "schema_version",
              "timestamp",
              "correlation_id",
              "aggregate_id",
              "aggregate_type",
              "aggregate_version",
              "payload");
      assertThat(v1.at("/payload").propertyNames())
          .containsExactlyInAnyOrder("case_id", "user_id", "title", "status", "created_at");
      assertThat(v1.at("/schema_version").asString()).isEqualTo("1.0.0");
      assertThat(v2.at("/payload/tags/0").asString()).isEqualTo("x");
      assertThat(headers(in(records, "case.created.v1")))
          .containsEntry("event-id", v2.at("/event_id").asString())
          .containsEntry("event-type", "case.created")
          .containsEntry("schema-version", "1.0.0")
          .containsEntry("correlation-id", v2.at("/correlation_id").asString())
          .containsEntry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }
  }

  @Test
  @Order(3)
  void keepsTheOrderOfEachCase() {
    List<String> cases =
        Together.run(10, n -> api.post("/api/v2/cases", "{}").is(201).text("/case_id"));
    Together.run(
        400,
        n ->
            api.patch("/api/v2/cases/" + cases.get(n % 10), "{\"title\":\"%s\"}".formatted(n))
                .is(200));

    try (TopicReader reader = new TopicReader(BROKER.address(), "case.updated.v1")) {
      var records = reader.read(400, SOON, record -> cases.contains(record.key()));
      assertThat(records).hasSize(400);
      Map<String, Long> last = new HashMap<>();
      for (ConsumerRecord<String, byte[]> record : records) {
        long version = value(record).at("/aggregate_version").asLong();
        assertThat(version).isGreaterThan(last.getOrDefault(record.key(), 0L));
        last.put(record.key(), version);
      }
    }
  }

  @Test
  @Order(4)
  void sendsAgainWhatItIsSetBackBefore() {
    String id = api.post("/api/v2/cases", "{}").is(201).text("/case_id");

    try (TopicReader reader = new TopicReader(BROKER.address(), "case.created.v2")) {
      Answer created = api.get("/api/v2/cases/" + id);
      reader.read(1, SOON, record -> id.equals(record.key()));
      // the record may be there a moment before the publisher knows
      await().until(() -> rewind(created.text("/created_at")).status() == 202);

      var records = reader.read(2, SOON, record -> id.equals(record.key()));
      assertThat(records).hasSize(2);
      assertThat(value(records.getFirst())).isEqualTo(value(records.getLast()));
    }
  }

  @Test
  @Order(5)
  void passesARecordTheBrokerWillNeverTake() throws Exception {
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    String id = path.substring(path.lastIndexOf('/') + 1);
    try (TopicReader reader = new TopicReader(BROKER.address(), "case.updated.v1")) {
      BROKER.limit("case.updated.v1", 4000);
      api.patch(path, "{\"description\":\"%s\"}".formatted("x".repeat(9000))).is(200);
      api.patch(path, "{\"severity\":\"high\"}").is(200);

      var passed = reader.read(1, SOON, record -> id.equals(record.key()));
      assertThat(changes(passed.getFirst())).containsExactly("severity");

      BROKER.limit("case.updated.v1", 1_000_000);
      replay(id);
      var replayed = reader.read(2, SOON, record -> id.equals(record.key()));
      assertThat(changes(replayed.getLast())).containsExactly("description");
      assertThat(headers(replayed.getLast())).containsEntry("event-type", "case.updated");
    }
  }

  @Test
  @Order(6)
  void measuresHowFarTheBrokerIsBehind() {
    await().atMost(SOON).until(() -> lag("events") == 0 && lag("seconds") == 0);
  }

  private double lag(String unit) {
    return api.get("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith("faultmaven_publisher_lag_" + unit + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private Answer rewind(String moment) {
    return admin().post("/api/v2/admin/publisher/rewind", "{\"to_time\":\"%s\"}".formatted(moment));
  }

  private void replay(String caseId) {
    String letters = "/api/v2/admin/dead-letters";
    Answer parked = admin().get(letters + "?consumer=broker:case.updated.v1").is(200);
    assertThat(parked.texts("/dead_letters", "aggregate_id")).containsExactly(caseId);
    assertThat(parked.texts("/dead_letters", "reason")).containsExactly("too_large");
    admin()
        .post(letters + "/" + parked.text("/dead_letters/0/dead_letter_id") + "/replay", "")
        .is(202);
  }

  private Api admin() {
    return Api.on(port).as("operator").with("X-User-Roles", "admin");
  }

  private static Iterable<String> changes(ConsumerRecord<String, byte[]> record) {
    return value(record).at("/payload/changes").propertyNames();
  }

  private static Set<String> ids(List<ConsumerRecord<String, byte[]>> records, String topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .map(record -> value(record).at("/event_id").asString())
        .collect(Collectors.toSet());
  }

  private static ConsumerRecord<String, byte[]> in(
      List<ConsumerRecord<String, byte[]>> records, String topic) {
    return records.stream()
        .filter(record -> record.topic().equals(topic))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode value(ConsumerRecord<String, byte[]> record) {
    return JSON.readTree(record.value());
  }

  private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new HashMap<>();
    record
        .headers()
        .forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return headers;
  }
}
