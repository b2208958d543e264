package com.faultmaven.cases;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseClosedV1;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.test.context.TestPropertySource;

/** Facts are stored with the change and delivered to whoever listens. */
@IntegrationTest
@TestPropertySource(properties = "faultmaven.redelivery.every=1h")
@Import(CaseEventsTest.Listener.class)
class CaseEventsTest {

  @LocalServerPort private int port;
  @Autowired private Listener listener;
  @Autowired private JdbcClient jdbc;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port).asSomebody().with("X-Correlation-ID", "the-request-that-caused-it");
  }

  @Test
  void tellsWhatBecameOfACaseFromItsOpeningToItsEnd() {
    Answer created = api.post("/api/v2/cases", "{\"title\":\"t\",\"tags\":[\"prod\"]}").is(201);
    String id = created.text("/case_id");
    CaseCreatedV2 opened = listener.next(CaseCreatedV2.class, id);
    String path = created.header("Location");
    api.patch(path, "{\"severity\":\"high\",\"session_id\":null}").is(200);
    CaseUpdatedV1 updated = listener.next(CaseUpdatedV1.class, id);
    api.post(path + "/status-changes", "{\"status\":\"closed\",\"reason\":\"noise\"}").is(201);
    CaseStatusChangedV1 moved = listener.next(CaseStatusChangedV1.class, id);
    CaseClosedV1 closed = listener.next(CaseClosedV1.class, id);
    api.put(path + "/archive").is(204);
    CaseUpdatedV1 archived = listener.next(CaseUpdatedV1.class, id);
    api.delete(path).is(204);
    CaseDeletedV1 deleted = listener.next(CaseDeletedV1.class, id);

    assertThat(opened.eventType()).isEqualTo("case.created");
    assertThat(opened.schemaVersion()).isEqualTo("2.0.0");
    assertThat(opened.correlationId()).isEqualTo("the-request-that-caused-it");
    assertThat(opened.aggregateId()).isEqualTo(created.text("/case_id"));
    assertThat(opened.payload().tags()).containsExactly("prod");
    assertThat(opened.timestamp()).hasToString(created.text("/created_at"));
    assertThat(updated.payload().changes()).isEqualTo(Map.of("severity", "high"));
    assertThat(moved.payload().fromStatus()).isEqualTo("consulting");
    assertThat(moved.payload().toStatus()).isEqualTo("closed");
    assertThat(moved.payload().reason()).isEqualTo("noise");
    assertThat(closed.payload().reason()).isEqualTo("noise");
    assertThat(closed.payload().closedAt()).isEqualTo(moved.payload().changedAt());
    assertThat(archived.payload().changes()).containsOnlyKeys("archived_at");
    assertThat(
            List.of(
                opened.aggregateVersion(),
                updated.aggregateVersion(),
                moved.aggregateVersion(),
                closed.aggregateVersion(),
                archived.aggregateVersion(),
                deleted.aggregateVersion()))
        .isSorted()
        .doesNotHaveDuplicates();
    await().atMost(10, SECONDS).until(() -> storedFor(created) == 0);
  }

  @Test
  void tellsTheEndOfACaseThatIsClosedThroughV1() {
    Answer created = api.post("/api/v1/cases", "{}").is(201);
    String id = created.text("/case_id");
    String path = "/api/v1/cases/" + id;
    api.put(path, "{\"status\":\"closed\",\"title\":\"over\"}").is(200);
    CaseUpdatedV1 updated = listener.next(CaseUpdatedV1.class, id);
    CaseStatusChangedV1 moved = listener.next(CaseStatusChangedV1.class, id);
    CaseClosedV1 closed = listener.next(CaseClosedV1.class, id);
    api.put(path, "{\"status\":\"active\"}").is(200);
    CaseStatusChangedV1 reopened = listener.next(CaseStatusChangedV1.class, id);

    assertThat(closed.payload().reason()).isNull();
    assertThat(
            List.of(
                updated.aggregateVersion(),
                moved.aggregateVersion(),
                closed.aggregateVersion(),
                reopened.aggregateVersion()))
        .containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void tellsNothingOfAChangeThatDidNotHappen() {
    Answer created = api.post("/api/v2/cases", "{}").is(201);
    String path = created.header("Location");
    String id = created.text("/case_id");
    listener.next(CaseCreatedV2.class, id);

    api.post(path + "/status-changes", "{\"status\":\"resolved\"}").is(409);
    api.with("If-Match", "\"9\"").delete(path).is(412);
    api.patch(path, "{}").is(200);
    api.post("/api/v2/cases", "{\"title\":7}").is(422);
    api.patch(path, "{\"title\":\"the next fact\"}").is(200);

    CaseUpdatedV1 next = listener.next(CaseUpdatedV1.class, id);
    assertThat(next.aggregateVersion()).isEqualTo(2);
    assertThat(next.payload().changes()).containsOnlyKeys("title");
    await().atMost(10, SECONDS).until(() -> storedFor(created) == 0);
    assertThat(listener.received()).noneMatch(event -> event.aggregateId().equals(id));
  }

  @Test
  void keepsAFactWhoseListenerFailed() {
    Answer created = api.post("/api/v2/cases", "{\"title\":\"poison\"}").is(201);
    listener.next(CaseCreatedV2.class, created.text("/case_id"));

    await().atMost(10, SECONDS).until(() -> statusFor(created).equals("FAILED"));
    assertThat(storedFor(created)).isEqualTo(1);
  }

  private int storedFor(Answer created) {
    return jdbc.sql("select count(*) from events.event_publication where serialized_event like ?")
        .param("%" + created.text("/case_id") + "%")
        .query(Integer.class)
        .single();
  }

  private String statusFor(Answer created) {
    return jdbc.sql("select status from events.event_publication where serialized_event like ?")
        .param("%" + created.text("/case_id") + "%")
        .query(String.class)
        .single();
  }

  @Component
  static class Listener {

    private final Queue<ContractEvent> received = new ConcurrentLinkedQueue<>();

    Queue<ContractEvent> received() {
      return received;
    }

    /** The next event of a kind that tells of a case: kinds come in no order. */
    <T extends ContractEvent> T next(Class<T> kind, String caseId) {
      return await()
          .atMost(10, SECONDS)
          .until(() -> take(kind, caseId), Optional::isPresent)
          .orElseThrow();
    }

    private <T extends ContractEvent> Optional<T> take(Class<T> kind, String caseId) {
      Optional<T> first =
          received.stream()
              .filter(event -> event.aggregateId().equals(caseId))
              .filter(kind::isInstance)
              .map(kind::cast)
              .findFirst();
      first.ifPresent(received::remove);
      return first;
    }

    @ApplicationModuleListener(id = "test.on-case-created")
    void on(CaseCreatedV2 event) {
      received.add(event);
      if (event.payload().title().equals("poison")) {
        throw new IllegalStateException("a listener that cannot take this event");
      }
    }

    @ApplicationModuleListener(id = "test.on-case-updated")
    void on(CaseUpdatedV1 event) {
      received.add(event);
    }

    @ApplicationModuleListener(id = "test.on-case-status-changed")
    void on(CaseStatusChangedV1 event) {
      received.add(event);
    }

    @ApplicationModuleListener(id = "test.on-case-closed")
    void on(CaseClosedV1 event) {
      received.add(event);
    }

    @ApplicationModuleListener(id = "test.on-case-deleted")
    void on(CaseDeletedV1 event) {
      received.add(event);
    }
  }
}
