package com.faultmaven.traces;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.messaging.Stored;
import com.faultmaven.messaging.log.LoggedRows;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestBroker;
import com.faultmaven.testing.TopicReader;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One trace from a client through requests, statements, listeners and the broker. */
@IntegrationTest
@Import(Stored.class)
@DirtiesContext
class TracesTest {

  private static final Collector COLLECTOR = new Collector();
  private static final TestBroker BROKER = new TestBroker();
  private static final String CALLER_SPAN = "00f067aa0ba902b7";

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String user = "traced-" + UUID.randomUUID();
  private final String title = "Checkout is slow " + UUID.randomUUID();

  @Autowired private Stored stored;
  private final Api api;

  TracesTest(@LocalServerPort int port) {
    this.api =
        Api.on(port)
            .as(user)
            .with("X-User-Email", user + "@example.com")
            .with("traceparent", traceparent("01"));
  }

  @DynamicPropertySource
  static void configure(DynamicPropertyRegistry properties) {
    BROKER.start();
    properties.add("KAFKA_BOOTSTRAP_SERVERS", BROKER::address);
    properties.add("spring.kafka.bootstrap-servers", BROKER::address);
    properties.add("otel.exporter.otlp.endpoint", COLLECTOR::address);
    properties.add("otel.bsp.schedule.delay", () -> "100");
  }

  @AfterAll
  static void close() {
    BROKER.close();
    COLLECTOR.close();
  }

  @Test
  void goThroughRequestAndStatements() {
    api.post("/api/v2/cases", "{\"title\":\"" + title + "\"}").is(201);

    Span request = COLLECTOR.span(trace, "POST /api/v2/cases");
    assertThat(request.getKind()).isEqualTo(SpanKind.SPAN_KIND_SERVER);
    assertThat(Collector.hex(request.getParentSpanId())).isEqualTo(CALLER_SPAN);
    assertThat(Collector.attribute(request, "http.route")).isEqualTo("/api/v2/cases");
    assertThat(Collector.attribute(request, "http.response.status_code")).isEqualTo("201");
    Span insert = COLLECTOR.span(trace, "INSERT");
    assertThat(insert.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(Collector.attribute(insert, "db.query.text")).contains("insert into ", "?");
    assertThat(COLLECTOR.everything()).contains("fm-case-service").doesNotContain(user, title);
  }

  @Test
  void nameARefusedRequestToo() {
    api.get("/api/v2/cases/case_000000000000").is(404);

    Span request = COLLECTOR.span(trace, "GET /api/v2/cases/{case_id}");
    assertThat(Collector.attribute(request, "http.response.status_code")).isEqualTo("404");
    assertThat(request.getStatus().getCodeValue()).as("a client's fault").isZero();
  }

  @Test
  void goOnInTheListenersOfAnEvent() {
    api.delete(opened()).is(204);

    Span request = COLLECTOR.span(trace, "DELETE /api/v2/cases/{case_id}");
    Span delivery = COLLECTOR.span(trace, "process messages.delete-with-case");
    assertThat(delivery.getKind()).isEqualTo(SpanKind.SPAN_KIND_CONSUMER);
    assertThat(delivery.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(
            COLLECTOR.spansOf(trace, span -> span.getParentSpanId().equals(delivery.getSpanId())))
        .extracting(Span::getKind)
        .contains(SpanKind.SPAN_KIND_CLIENT);
  }

  @Test
  void goOnWhereAnotherProcessPublishedTheEvent() {
    UUID event = UUID.randomUUID();
    LoggedRows.append(event, "case_0000007ace01", "case.deleted", "1.0.0", "{}", traceparent("01"));
    stored.failed(
        "messages.delete-with-case",
        CaseDeletedV1.class.getName(),
        """
        {"event_id":"%s","event_type":"case.deleted","schema_version":"1.0.0",
        "timestamp":"2026-01-01T00:00:00Z","correlation_id":"another-process",
        "aggregate_id":"case_0000007ace01","aggregate_type":"case","aggregate_version":2,
        "payload":{"case_id":"case_0000007ace01","user_id":"ada",
        "deleted_at":"2026-01-01T00:00:00Z"}}
        """
            .formatted(event));

    Span delivery = COLLECTOR.span(trace, "process messages.delete-with-case");

    LoggedRows.remove("case_0000007ace01");
    assertThat(Collector.hex(delivery.getParentSpanId())).isEqualTo(CALLER_SPAN);
  }

  @Test
  void goOnToTheBroker() {
    String id = opened().substring("/api/v2/cases/".length());

    Span sending = COLLECTOR.span(trace, "send case.created.v2");
    assertThat(sending.getKind()).isEqualTo(SpanKind.SPAN_KIND_PRODUCER);
    assertThat(sending.getParentSpanId())
        .isEqualTo(COLLECTOR.span(trace, "POST /api/v2/cases").getSpanId());
    try (TopicReader topic = new TopicReader(BROKER.address(), "case.created.v2")) {
      assertThat(topic.read(1, Duration.ofSeconds(30), record -> id.equals(record.key())))
          .extracting(TracesTest::traceparent)
          .containsExactly("00-" + trace + "-" + Collector.hex(sending.getSpanId()) + "-01");
    }
  }

  @Test
  void goOnFromTheBroker() throws Exception {
    var record =
        new ProducerRecord<>(
            "auth.user.deleted.v1",
            user,
            """
            {"event_id":"%s","event_type":"auth.user.deleted","schema_version":"1.0.0",
            "timestamp":"2026-01-01T00:00:00Z","correlation_id":"the-other-service",
            "aggregate_id":"%s","aggregate_type":"user","aggregate_version":1,
            "payload":{"user_id":"%s"}}
            """
                .formatted(UUID.randomUUID(), user, user));
    record.headers().add("traceparent", traceparent("01").getBytes(UTF_8));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", BROKER.address()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(record).get();
    }

    Span processing = COLLECTOR.span(trace, "process auth.user.deleted.v1");
    assertThat(Collector.hex(processing.getParentSpanId())).isEqualTo(CALLER_SPAN);
    assertThat(COLLECTOR.everything()).doesNotContain(user);
  }

  @Test
  void areNotKeptThatTheCallerDoesNotKeep() {
    String id =
        api.instead("traceparent", traceparent("00"))
            .post("/api/v2/cases", "{}")
            .is(201)
            .text("/case_id");
    try (TopicReader topic = new TopicReader(BROKER.address(), "case.created.v2")) {
      List<ConsumerRecord<String, byte[]>> records =
          topic.read(1, Duration.ofSeconds(30), record -> id.equals(record.key()));
      assertThat(records).hasSize(1);
      assertThat(traceparent(records.getFirst())).startsWith("00-" + trace).endsWith("-00");
    }
    // what was recorded later has come
    String kept = UUID.randomUUID().toString().replace("-", "");
    api.instead("traceparent", "00-" + kept + "-" + CALLER_SPAN + "-01")
        .get("/api/v2/cases")
        .is(200);
    COLLECTOR.span(kept, "GET /api/v2/cases");

    assertThat(COLLECTOR.spansOf(trace, _ -> true)).isEmpty();
  }

  private String opened() {
    return api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  private String traceparent(String flags) {
    return "00-" + trace + "-" + CALLER_SPAN + "-" + flags;
  }

  private static String traceparent(ConsumerRecord<String, byte[]> record) {
    return new String(record.headers().lastHeader("traceparent").value(), UTF_8);
  }
}
