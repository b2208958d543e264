package com.faultmaven.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestBroker;
import com.faultmaven.testing.TestTopics;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The deletions of users that the identity service publishes. */
@IntegrationTest
@TestPropertySource(
    properties = {"logging.level.kafka=ERROR", "logging.level.org.apache.kafka=ERROR"})
@Import({DeletedUsersTest.Published.class, ConsumedDeletions.class, DatabaseOutage.class})
@DirtiesContext
class DeletedUsersTest {

  private static final TestBroker BROKER = new TestBroker();
  private static final TestTopics TOPICS = new TestTopics(BROKER.address());
  private static final String TOPIC = "auth.user.deleted.v1";
  private static final String PARKED = TOPIC + ".DLT";
  private static final int MEGABYTES = 1024 * 1024;

  private final String run = UUID.randomUUID().toString();
  private final String user = "user-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private Published published;
  @Autowired private ConsumedDeletions consumed;
  @Autowired private DatabaseOutage database;
  @Autowired private KafkaListenerEndpointRegistry listeners;
  private Api api;

  @DynamicPropertySource
  static void broker(DynamicPropertyRegistry properties) {
    BROKER.start();
    TOPICS.create(TOPIC, 6 * MEGABYTES);
    TOPICS.create(PARKED, MEGABYTES);
    properties.add("spring.kafka.bootstrap-servers", BROKER::address);
  }

  @AfterAll
  static void stop() {
    BROKER.close();
  }

  @BeforeEach
  void connect() {
    api = Api.on(port).as(user);
  }

  @Test
  void takeTheirCasesWithThem() {
    openTwoCases();

    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));

    awaitNoCases();
    assertThat(published.ends())
        .filteredOn(end -> end.payload().userId().equals(user))
        .hasSize(2)
        .extracting(CaseDeletedV1::correlationId)
        .containsOnly("req-" + run);
  }

  @Test
  void areDeletedOnceHoweverOftenItIsPublished() {
    openTwoCases();
    UUID id = UUID.randomUUID();

    for (int i = 0; i < 10; i++) {
      TOPICS.send(TOPIC, i % 2 == 0 ? user : null, deletion(id));
    }

    awaitNoCases();
    awaitConsumed();
    assertThat(published.ends()).filteredOn(end -> end.payload().userId().equals(user)).hasSize(2);
    assertThat(consumed.users()).filteredOn(event -> event.eventId().equals(id)).hasSize(1);
  }

  @Test
  void doNotWaitBehindWhatNobodyCanRead() {
    openTwoCases();
    String valid = deletion(UUID.randomUUID());
    List<String> poison =
        List.of(
            "no JSON",
            "",
            "null",
            "[]",
            "{\"event_id\":",
            valid + "x",
            valid.replace("1.0.0", "2.0.0"),
            valid.replace("1.0.0", "one"),
            valid.replace("auth.user.deleted", "auth.user.created"),
            valid.replace("\"payload\":{\"user_id\"", "\"payload\":{\"user\""),
            valid.replace("\"payload\":{\"user_id\":\"" + user + "\"}", "\"payload\":null"),
            valid.replace("\"user_id\":\"" + user, "\"user_id\":\"\\u0000"),
            valid.replace("\"user_id\":\"" + user, "\"user_id\":\"" + "x".repeat(300)),
            valid.replace("\"event_id\":\"", "\"event_id\":\"no-uuid-"));
    int before = TOPICS.all(PARKED).size();

    poison.forEach(value -> TOPICS.send(TOPIC, user, value));
    TOPICS.send(TOPIC, user, (byte[]) null);
    TOPICS.send(TOPIC, user, "x".repeat(5 * MEGABYTES));
    TOPICS.send(TOPIC, user, valid);

    awaitNoCases();
    List<ConsumerRecord<byte[], byte[]>> parked = TOPICS.all(PARKED);
    parked = parked.subList(before, parked.size());
    assertThat(parked).hasSize(poison.size() + 2);
    for (int i = 0; i < poison.size(); i++) {
      assertThat(text(parked.get(i).value())).isEqualTo(poison.get(i));
      assertThat(text(parked.get(i).key())).isEqualTo(user);
      assertThat(header(parked.get(i), "kafka_dlt-original-topic")).isEqualTo(TOPIC);
      assertThat(header(parked.get(i), "kafka_dlt-exception-message")).isNotEmpty();
    }
    assertThat(parked.get(poison.size()).value()).isNull();
    ConsumerRecord<byte[], byte[]> note = parked.getLast();
    assertThat(text(note.value())).isEqualTo("x".repeat(64 * 1024));
    assertThat(Integer.parseInt(header(note, "original-size"))).isGreaterThan(5 * MEGABYTES);
  }

  /** As this service publishes it of an account whose data is deleted by then. */
  @Test
  void areNobodyOnceTheirNameIsForgotten() {
    openTwoCases();
    int before = TOPICS.all(PARKED).size();

    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()).replace(user, "deleted-user"));
    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));

    awaitNoCases();
    assertThat(TOPICS.all(PARKED)).hasSize(before);
  }

  @Test
  void doNotWaitBehindWhatIsTooLargeToBeParkedWhole() throws Exception {
    openTwoCases();
    String poison = "x".repeat(300_000);
    int before = TOPICS.all(PARKED).size();

    BROKER.limit(PARKED, 100_000);
    try {
      TOPICS.send(TOPIC, user, poison);
      TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));
      awaitNoCases();
    } finally {
      BROKER.limit(PARKED, MEGABYTES);
    }

    List<ConsumerRecord<byte[], byte[]>> parked = TOPICS.all(PARKED);
    assertThat(parked).hasSize(before + 1);
    assertThat(text(parked.getLast().value())).isEqualTo("x".repeat(64 * 1024));
    assertThat(header(parked.getLast(), "original-size"))
        .isEqualTo(Integer.toString(poison.length() + user.length()));
    assertThat(header(parked.getLast(), "kafka_dlt-original-topic")).isEqualTo(TOPIC);
  }

  @Test
  void areConsumedAfterTheDatabaseWasAway() {
    openTwoCases();
    int before = TOPICS.all(PARKED).size();

    int refused = database.leave();
    try {
      TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));
      await().atMost(30, SECONDS).until(() -> database.refusedToConsumer() >= refused + 3);
    } finally {
      database.comeBack();
    }

    awaitNoCases();
    assertThat(TOPICS.all(PARKED)).hasSize(before);
  }

  @Test
  void doNotWaitBehindWhatEndsInAnErrorOfTheVirtualMachine() {
    openTwoCases();
    int before = TOPICS.all(PARKED).size();

    database.breakForConsumer(2);
    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));

    awaitNoCases();
    assertThat(TOPICS.all(PARKED)).hasSize(before);
    await().until(() -> consumer("status").equals("running"));
  }

  @Test
  void areConsumedAfterTheConsumerHasEnded() {
    openTwoCases();
    var listener =
        (ConcurrentMessageListenerContainer<?, ?>)
            requireNonNull(listeners.getListenerContainer("auth.user.deleted"));
    listener.getContainers().forEach(consumer -> consumer.stop());

    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));

    awaitNoCases();
  }

  private String consumer(String property) {
    return api.get("/ready").is(200).text("/jobs/consumer/" + property);
  }

  @Test
  void areConsumedAfterTheBrokerWasAway() {
    openTwoCases();
    BROKER.stop();
    api.get("/api/v2/cases").is(200);
    BROKER.start();

    TOPICS.send(TOPIC, user, deletion(UUID.randomUUID()));

    awaitNoCases();
  }

  private void openTwoCases() {
    api.post("/api/v2/cases", "{\"tags\":[\"prod\"]}").is(201);
    api.post("/api/v2/cases", "{}").is(201);
  }

  private void awaitNoCases() {
    await()
        .atMost(60, SECONDS)
        .until(() -> api.get("/api/v2/cases").is(200).at("/total").asInt() == 0);
  }

  /** A record sent last is consumed last: one partition has them all. */
  private void awaitConsumed() {
    UUID last = UUID.randomUUID();
    TOPICS.send(TOPIC, user, deletion(last));
    await()
        .atMost(30, SECONDS)
        .until(() -> consumed.users().stream().anyMatch(event -> event.eventId().equals(last)));
  }

  private String deletion(UUID id) {
    return """
        {"event_id":"%s","event_type":"auth.user.deleted","schema_version":"1.0.0",\
        "timestamp":"2026-05-01T12:00:00Z","correlation_id":"req-%s","aggregate_id":"%s",\
        "aggregate_type":"user","aggregate_version":42,"payload":{"user_id":"%s"}}"""
        .formatted(id, run, user, user);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return text(record.headers().lastHeader(name).value());
  }

  /** Listens within the service. */
  @Component
  static class Published {

    private final List<CaseDeletedV1> ends = new CopyOnWriteArrayList<>();

    List<CaseDeletedV1> ends() {
      return ends;
    }

    @EventListener
    void on(CaseDeletedV1 event) {
      ends.add(event);
    }
  }
}
