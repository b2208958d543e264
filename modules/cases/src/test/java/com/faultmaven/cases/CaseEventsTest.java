package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.cases.events.CaseClosedV1;
import com.faultmaven.contracts.cases.events.CaseCreatedV2;
import com.faultmaven.contracts.cases.events.CaseDeletedV1;
import com.faultmaven.contracts.cases.events.CaseStatusChangedV1;
import com.faultmaven.contracts.cases.events.CaseUpdatedV1;
import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.test.Scenario;

/** Facts are published with the change, and those of others are taken in. */
@ModuleTest
class CaseEventsTest {

  private static final String REQUEST = "the-request-that-caused-it";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private RecordedEvents events;
  private Api api;

  @BeforeEach
  void record() {
    api = Api.on(port).asSomebody().with("X-Correlation-ID", REQUEST);
    events = RecordedEvents.of(context);
  }

  @AfterEach
  void stopRecording() {
    events.close();
  }

  @Test
  void publishesWhatBecomesOfACaseFromItsOpeningToItsEnd() {
    Answer created = api.post("/api/v2/cases", "{\"title\":\"t\",\"tags\":[\"prod\"]}").is(201);
    String path = created.header("Location");
    api.patch(path, "{\"severity\":\"high\",\"session_id\":null}").is(200);
    api.post(path + "/status-changes", "{\"status\":\"closed\",\"reason\":\"noise\"}").is(201);
    api.put(path + "/archive").is(204);
    api.delete(path).is(204);

    assertThat(events.all())
        .extracting(event -> (Object) event.getClass())
        .containsExactly(
            CaseCreatedV2.class,
            CaseUpdatedV1.class,
            CaseStatusChangedV1.class,
            CaseClosedV1.class,
            CaseUpdatedV1.class,
            CaseDeletedV1.class);
    assertThat(events.all())
        .extracting(ContractEvent::aggregateVersion)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(events.all())
        .allSatisfy(event -> assertThat(event.correlationId()).isEqualTo(REQUEST))
        .allSatisfy(event -> assertThat(event.aggregateId()).isEqualTo(created.text("/case_id")));
    CaseCreatedV2 opened = events.ofType(CaseCreatedV2.class).getFirst();
    assertThat(opened.eventType()).isEqualTo("case.created");
    assertThat(opened.schemaVersion()).isEqualTo("2.0.0");
    assertThat(opened.payload().tags()).containsExactly("prod");
    assertThat(opened.timestamp()).hasToString(created.text("/created_at"));
    CaseUpdatedV1 updated = events.ofType(CaseUpdatedV1.class).getFirst();
    assertThat(updated.payload().changes()).isEqualTo(Map.of("severity", "high"));
    CaseUpdatedV1 archived = events.ofType(CaseUpdatedV1.class).getLast();
    assertThat(archived.payload().changes()).containsOnlyKeys("archived_at");
  }

  @Test
  void publishesWhyACaseWasClosed() {
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");
    api.post(path + "/status-changes", "{\"status\":\"closed\",\"reason\":\"noise\"}").is(201);

    CaseStatusChangedV1 moved = events.ofType(CaseStatusChangedV1.class).getFirst();
    assertThat(moved.payload().fromStatus()).isEqualTo("consulting");
    assertThat(moved.payload().toStatus()).isEqualTo("closed");
    assertThat(moved.payload().reason()).isEqualTo("noise");
    CaseClosedV1 closed = events.ofType(CaseClosedV1.class).getFirst();
    assertThat(closed.payload().reason()).isEqualTo("noise");
    assertThat(closed.payload().closedAt()).isEqualTo(moved.payload().changedAt());
  }

  @Test
  void publishesNothingOfAChangeThatDidNotHappen() {
    String path = api.post("/api/v2/cases", "{}").is(201).header("Location");

    api.post(path + "/status-changes", "{\"status\":\"resolved\"}").is(409);
    api.with("If-Match", "\"9\"").delete(path).is(412);
    api.patch(path, "{}").is(200);
    api.post("/api/v2/cases", "{\"title\":7}").is(422);
    api.patch(path, "{\"title\":\"the next fact\"}").is(200);

    assertThat(events.all()).hasSize(2);
    CaseUpdatedV1 next = (CaseUpdatedV1) events.all().getLast();
    assertThat(next.aggregateVersion()).isEqualTo(2);
    assertThat(next.payload().changes()).containsOnlyKeys("title");
  }

  @Test
  void deletesWhatAUserOwnsWhereAnEarlierVersionStoredTheStep(Scenario scenario) {
    UserId gone = new UserId("gone-" + UUID.randomUUID());
    Api theirs = Api.on(port).as(gone.value());
    String path = theirs.post("/api/v2/cases", "{}").is(201).header("Location");

    scenario
        .publish(
            new UserDataDeletionRequested(
                UUID.randomUUID(), gone, gone, new CorrelationId(REQUEST), null))
        .andWaitForStateChange(() -> theirs.get(path).status(), status -> status == 404)
        .andVerify(status -> assertThat(status).isEqualTo(404));
  }
}
