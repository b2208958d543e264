package com.faultmaven.messaging.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.messaging.Breakdown;
import com.faultmaven.messaging.log.LoggedRows;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestBroker;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.TopicReader;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One story on one broker, which is not there when the service starts. */
@IntegrationTest
@Import(Breakdown.class)
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublisherTest {

  private static final TestBroker BROKER = new TestBroker();
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final JsonMapper JSON = new JsonMapper();
  private static final String LETTERS = "/api/v2/admin/dead-letters";
  private static final String BROKEN = "case_0000000001a9";
  private static final String OLD = "case_0000000001aa";

  @Autowired private Breakdown breakdown;
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
    for (int round = 0; round < 4; round++) {
      int first = 100 * round;
      Together.run(
          100,
          n ->
              api.patch(
                      "/api/v2/cases/" + cases.get(n % 10),
                      "{\"title\":\"%s\"}".formatted(first + n))
                  .is(200));
    }

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
  void parksAndPassesAnEventOfWhichItCanMakeNoRecord() {
    UUID broken = LoggedRows.append(BROKEN, "case.created", "2.0.0", "{\"case_id\":{}}");
    String behind = api.post("/api/v2/cases", "{}").is(201).text("/case_id");

    try (TopicReader reader =
        new TopicReader(BROKER.address(), "case.created.v1", "case.created.v2")) {
      var passed = reader.read(2, SOON, record -> behind.equals(record.key()));
      assertThat(passed).hasSize(2);
      // the form that can be rendered is published
      assertThat(reader.read(1, SOON, record -> BROKEN.equals(record.key())))
          .extracting(ConsumerRecord::topic)
          .containsExactly("case.created.v2");

      String letter = letterOf("broker:case.created.v1", "unrenderable", broken);
      admin().post(LETTERS + "/" + letter + "/replay", "").is(202);
      await().atMost(SOON).until(() -> parked("broker:case.created.v1", broken).size() == 1);
      String again = letterOf("broker:case.created.v1", "unrenderable", broken);
      assertThat(again).isNotEqualTo(letter);

      mend(again);
      admin().post(LETTERS + "/" + again + "/replay", "").is(202);
      var replayed = reader.read(2, SOON, record -> BROKEN.equals(record.key()));
      assertThat(value(in(replayed, "case.created.v1")).at("/payload/title").asString())
          .isEqualTo("mended");
    }
  }

  /** As a release would that can render the event. */
  private static void mend(String letter) {
    JdbcClient.create(TestDatabase.dataSource())
        .sql(
            """
            update events.event_dead_letter set content = jsonb_set(content::jsonb, '{payload}',
              '{"case_id":"x","user_id":"u","title":"mended","status":"consulting",
                "created_at":"2026-03-14T12:00:00Z"}')::text
            where dead_letter_id = ?::uuid
            """)
        .param(letter)
        .update();
  }

  @Test
  @Order(7)
  void parksAndPassesADeadLetterItCannotSendAgain() {
    UUID letter = UUID.randomUUID();
    JdbcClient.create(TestDatabase.dataSource())
        .sql(
            """
            insert into events.event_dead_letter (dead_letter_id, state, consumer, reason, detail,
              attempts, content, parked_at, settled_at)
            values (?, 'replayed', 'broker:case.updated.v1', 'too_large', 't', 1, 'no JSON', now(),
              now() - interval '1 day')
            """)
        .param(letter)
        .update();
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    api.patch(path, "{\"severity\":\"high\"}").is(200);

    try (TopicReader reader = new TopicReader(BROKER.address(), "case.updated.v1")) {
      assertThat(reader.read(1, SOON, record -> path.endsWith(record.key()))).hasSize(1);
    }
    await()
        .atMost(SOON)
        .until(
            () ->
                admin()
                    .get(LETTERS + "?consumer=broker:case.updated.v1")
                    .texts("/dead_letters", "reason")
                    .contains("unrenderable"));
  }

  @Test
  @Order(8)
  void sendsWhatAnyConsumerCanReadOfOldRows() {
    String future =
        "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what the future will be like";
    LoggedRows.append(
        UUID.randomUUID(),
        OLD,
        "case.updated",
        "1.0.0",
        "{\"changes\":{\"metadata\":{\"n\":%s}}}".formatted(LoggedRows.absurdNumber()),
        future);

    try (TopicReader reader = new TopicReader(BROKER.address(), "case.updated.v1")) {
      var record = reader.read(1, SOON, each -> OLD.equals(each.key())).getFirst();
      assertThat(value(record).at("/payload/changes/metadata/n").isNumber()).isTrue();
      assertThat(headers(record))
          .containsEntry("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
    }
  }

  @Test
  @Order(9)
  void goesOnAfterAnErrorOfAnyKindAndSaysSoMeanwhile() {
    breakdown.begin("event-publisher");
    String id = api.post("/api/v2/cases", "{}").is(201).text("/case_id");
    await().atMost(SOON).until(() -> publisher("status").equals("failing"));
    assertThat(publisher("error")).isEqualTo("OutOfMemoryError");
    assertThat(api.get("/metrics").body())
        .contains("faultmaven_job_failing{job=\"publisher\"} 1.0");

    breakdown.end();

    try (TopicReader reader = new TopicReader(BROKER.address(), "case.created.v2")) {
      assertThat(reader.read(1, SOON, record -> id.equals(record.key()))).hasSize(1);
    }
    await().atMost(SOON).until(() -> publisher("status").equals("running"));
    assertThat(publisher("last_success")).isNotEmpty();
  }

  private String publisher(String property) {
    return api.get("/ready").is(200).text("/jobs/publisher/" + property);
  }

  @Test
  @Order(10)
  void measuresHowFarTheBrokerIsBehind() {
    await().atMost(SOON).until(() -> lag("events") == 0 && lag("seconds") == 0);
  }

  /** What else this process asks meanwhile is included, also for other tests; it was 30 alone. */
  @Test
  @Order(11)
  void asksTheDatabaseLittleWhileNothingHappens() {
    Duration measured = Duration.ofSeconds(5);
    long before = transactions();
    await().during(measured).atMost(SOON).until(() -> lag("events") == 0);

    assertThat((transactions() - before) / measured.toSeconds()).isLessThan(30);
  }

  private static long transactions() {
    return JdbcClient.create(TestDatabase.dataSource())
        .sql(
            "select xact_commit + xact_rollback from pg_stat_database"
                + " where datname = current_database()")
        .query(Long.class)
        .single();
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

  private List<String> parked(String consumer, UUID event) {
    return admin()
        .get(LETTERS + "?consumer=" + consumer)
        .is(200)
        .at("/dead_letters")
        .valueStream()
        .filter(letter -> letter.at("/event_id").asString().equals(event.toString()))
        .map(letter -> letter.at("/dead_letter_id") + " " + letter.at("/reason"))
        .map(text -> text.replace("\"", ""))
        .toList();
  }

  private String letterOf(String consumer, String reason, UUID event) {
    await().atMost(SOON).until(() -> parked(consumer, event).size() == 1);
    String letter = parked(consumer, event).getFirst();
    assertThat(letter).endsWith(" " + reason);
    return letter.substring(0, letter.indexOf(' '));
  }

  private void replay(String caseId) {
    Answer parked = admin().get(LETTERS + "?consumer=broker:case.updated.v1").is(200);
    assertThat(parked.texts("/dead_letters", "aggregate_id")).containsExactly(caseId);
    assertThat(parked.texts("/dead_letters", "reason")).containsExactly("too_large");
    admin()
        .post(LETTERS + "/" + parked.text("/dead_letters/0/dead_letter_id") + "/replay", "")
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
