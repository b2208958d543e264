package com.faultmaven.tags;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.cases.events.CaseTagsChangedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.Together;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What became of tags is told, and tags hear what becomes of cases. */
@IntegrationTest
@Import(TagEventsTest.Listener.class)
class TagEventsTest {

  private static final String REQUEST = "the-request-that-caused-it";

  @LocalServerPort private int port;
  @Autowired private Listener listener;
  private Api api;
  private Answer created;
  private String tags = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).as("told").with("X-Correlation-ID", REQUEST);
    created = api.post("/api/v2/cases", "{\"tags\":[\"Prod\",\"k8s\"]}").is(201);
    tags = created.header("Location") + "/tags";
    listener.received().clear();
  }

  @Test
  void tellsWhatIsAddedAndRemovedAndThere() throws InterruptedException {
    api.post(tags, "{\"tags\":[\"db\",\"PROD\"]}").is(200);
    CaseTagsChangedV1 added = listener.next();
    api.put(tags, "{\"tags\":[\"db\",\"prod\",\"new\"]}").is(200);
    CaseTagsChangedV1 replaced = listener.next();
    api.delete(tags + "/DB").is(204);
    CaseTagsChangedV1 removed = listener.next();
    api.post("/api/v2/tags/new/rename", "{\"new_tag\":\"newer\"}").is(200);
    CaseTagsChangedV1 renamed = listener.next();

    assertThat(added.eventType()).isEqualTo("case.tags_changed");
    assertThat(added.schemaVersion()).isEqualTo("1.0.0");
    assertThat(added.correlationId()).isEqualTo(REQUEST);
    assertThat(added.aggregateId()).isEqualTo(created.text("/case_id"));
    assertThat(added.aggregateType()).isEqualTo("case");
    assertThat(added.payload().caseId()).isEqualTo(created.text("/case_id"));
    assertThat(added.payload().userId()).isEqualTo("told");
    assertThat(added.timestamp()).isAfter(created.text("/created_at"));
    assertChange(added, List.of("db"), List.of(), List.of("Prod", "k8s", "db"));
    assertChange(
        replaced, List.of("prod", "new"), List.of("Prod", "k8s"), List.of("db", "prod", "new"));
    assertChange(removed, List.of(), List.of("db"), List.of("prod", "new"));
    assertChange(renamed, List.of("newer"), List.of("new"), List.of("prod", "newer"));
    assertThat(List.of(added, replaced, removed, renamed))
        .extracting(CaseTagsChangedV1::aggregateVersion)
        .isSorted()
        .doesNotHaveDuplicates()
        .allMatch(version -> version > 1);
  }

  @Test
  void tellsNothingOfAChangeThatDidNotHappen() throws InterruptedException {
    api.post(tags, "{\"tags\":[\"PROD\"]}").is(200);
    api.put(tags, "{\"tags\":[\"Prod\",\"k8s\"]}").is(200);
    api.delete(tags + "/unknown").is(404);
    api.with("If-Match", "\"9\"").put(tags, "{\"tags\":[]}").is(412);
    api.post("/api/v2/tags/k8s/rename", "{\"new_tag\":\"k8s\"}").is(200);
    api.post("/api/v2/cases", "{\"tags\":[\"told by its creation\"]}").is(201);
    api.post(tags, "{\"tags\":[\"the next fact\"]}").is(200);

    assertThat(listener.next().payload().added()).containsExactly("the next fact");
    assertThat(listener.received()).isEmpty();
  }

  @Test
  void numbersTheFactsOfWritersAtOnceInTheOrderOfTheirEffects() {
    Together.run(10, n -> api.post(tags, "{\"tags\":[\"w" + n + "\"]}").is(200));

    await().atMost(10, SECONDS).until(() -> listener.received().size() == 10);
    assertThat(listener.received())
        .extracting(CaseTagsChangedV1::aggregateVersion)
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(2, 11).boxed().toList());
    assertThat(listener.received())
        .allSatisfy(
            event ->
                assertThat((long) event.payload().tags().size())
                    .isEqualTo(event.aggregateVersion() + 1));
  }

  @Test
  void deletesTheTagsOfADeletedCase() {
    String id = created.text("/case_id");
    assertThat(StoredTags.rowsOf(id)).isEqualTo(2);

    api.delete(created.header("Location")).is(204);

    await().atMost(10, SECONDS).until(() -> StoredTags.rowsOf(id) == 0);
    api.get(tags).is(404, "CASE_NOT_FOUND");
  }

  private static void assertChange(
      CaseTagsChangedV1 event, List<String> added, List<String> removed, List<String> tags) {
    assertThat(event.payload().added()).isEqualTo(added);
    assertThat(event.payload().removed()).isEqualTo(removed);
    assertThat(event.payload().tags()).isEqualTo(tags);
  }

  @Component
  static class Listener {

    private final BlockingQueue<CaseTagsChangedV1> received = new LinkedBlockingQueue<>();

    BlockingQueue<CaseTagsChangedV1> received() {
      return received;
    }

    CaseTagsChangedV1 next() throws InterruptedException {
      CaseTagsChangedV1 event = received.poll(10, SECONDS);
      assertThat(event).as("an event within ten seconds").isNotNull();
      return event;
    }

    @ApplicationModuleListener(id = "test.on-case-tags-changed")
    void on(CaseTagsChangedV1 event) {
      received.add(event);
    }
  }
}
