package com.faultmaven.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.cases.CaseId;
import com.faultmaven.contracts.cases.events.CaseTagsChangedV1;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.IfMatch;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.test.Scenario;

/** Changes of tags are published, and the end of a case is the end of its tags. */
@ModuleTest
class TagEventsTest {

  private static final String REQUEST = "the-request-that-caused-it";
  private static final UserId USER = new UserId("publisher-of-tags");

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  @Autowired private TagCommands commands;
  private RecordedEvents events;
  private Api api;
  private Answer created;
  private String tags = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).as(USER.value()).with("X-Correlation-ID", REQUEST);
    created = api.post("/api/v2/cases", "{\"tags\":[\"Prod\",\"k8s\"]}").is(201);
    tags = created.header("Location") + "/tags";
    events = RecordedEvents.of(context);
  }

  @AfterEach
  void stopRecording() {
    events.close();
  }

  @Test
  void publishesWhatIsAddedAndRemovedAndThere() {
    api.post(tags, "{\"tags\":[\"db\",\"PROD\"]}").is(200);
    api.put(tags, "{\"tags\":[\"db\",\"prod\",\"new\"]}").is(200);
    api.delete(tags + "/DB").is(204);
    api.post("/api/v2/tags/new/rename", "{\"new_tag\":\"newer\"}").is(200);

    assertThat(changes()).hasSize(4);
    CaseTagsChangedV1 added = changes().getFirst();
    assertThat(added.eventType()).isEqualTo("case.tags_changed");
    assertThat(added.schemaVersion()).isEqualTo("1.0.0");
    assertThat(added.correlationId()).isEqualTo(REQUEST);
    assertThat(added.aggregateId()).isEqualTo(created.text("/case_id"));
    assertThat(added.aggregateType()).isEqualTo("case");
    assertThat(added.payload().caseId()).isEqualTo(created.text("/case_id"));
    assertThat(added.payload().userId()).isEqualTo(USER.value());
    assertThat(added.timestamp()).isAfter(created.text("/created_at"));
    assertChange(0, List.of("db"), List.of(), List.of("Prod", "k8s", "db"));
    assertChange(1, List.of("prod", "new"), List.of("Prod", "k8s"), List.of("db", "prod", "new"));
    assertChange(2, List.of(), List.of("db"), List.of("prod", "new"));
    assertChange(3, List.of("newer"), List.of("new"), List.of("prod", "newer"));
    assertThat(changes())
        .extracting(CaseTagsChangedV1::aggregateVersion)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(version -> version > 1);
  }

  @Test
  void publishesNothingOfAChangeThatDidNotHappen() {
    api.post(tags, "{\"tags\":[\"PROD\"]}").is(200);
    api.put(tags, "{\"tags\":[\"Prod\",\"k8s\"]}").is(200);
    api.delete(tags + "/unknown").is(404);
    api.with("If-Match", "\"9\"").put(tags, "{\"tags\":[]}").is(412);
    api.post("/api/v2/tags/k8s/rename", "{\"new_tag\":\"k8s\"}").is(200);
    api.post("/api/v2/cases", "{\"tags\":[\"published by its creation\"]}").is(201);

    assertThat(changes()).isEmpty();
  }

  @Test
  void numbersTheFactsOfWritersAtOnceInTheOrderOfTheirEffects() {
    Together.run(10, n -> api.post(tags, "{\"tags\":[\"w" + n + "\"]}").is(200));

    assertThat(changes())
        .extracting(CaseTagsChangedV1::aggregateVersion)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, 11).boxed().toList());
    assertThat(changes())
        .allSatisfy(
            event ->
                assertThat((long) event.payload().tags().size())
                    .isEqualTo(event.aggregateVersion() + 1));
  }

  @Test
  void publishesForOtherModulesWhatACommandChanges(Scenario scenario) {
    CaseId id = CaseId.of(created.text("/case_id"));
    Caller caller = new Caller(USER, OrganizationId.DEFAULT, null, Set.of());

    scenario
        .stimulate(() -> commands.add(id, List.of(new Tag("db")), IfMatch.of(null), caller))
        .andWaitForEventOfType(CaseTagsChangedV1.class)
        .matchingMappedValue(CaseTagsChangedV1::aggregateId, id.value())
        .toArriveAndVerify(event -> assertThat(event.payload().added()).containsExactly("db"));
  }

  @Test
  void deletesTheTagsOfADeletedCase(Scenario scenario) {
    String id = created.text("/case_id");
    assertThat(StoredTags.rowsOf(id)).isEqualTo(2);

    scenario
        .stimulate(() -> api.delete(created.header("Location")).is(204))
        .andWaitForStateChange(() -> StoredTags.rowsOf(id), rows -> rows == 0)
        .andVerify(_ -> api.get(tags).is(404, "CASE_NOT_FOUND"));
  }

  private List<CaseTagsChangedV1> changes() {
    return events.ofType(CaseTagsChangedV1.class);
  }

  private void assertChange(
      int number, List<String> added, List<String> removed, List<String> tags) {
    CaseTagsChangedV1 event = changes().get(number);
    assertThat(event.payload().added()).isEqualTo(added);
    assertThat(event.payload().removed()).isEqualTo(removed);
    assertThat(event.payload().tags()).isEqualTo(tags);
  }
}
