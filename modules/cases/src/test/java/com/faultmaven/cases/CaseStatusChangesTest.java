package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
class CaseStatusChangesTest {

  @LocalServerPort private int port;
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    api = Api.on(port).as("ada");
    path = api.post("/api/v2/cases", "{}").is(201).header("Location");
  }

  @Test
  void recordsWhoMovedItWhereWhenAndWhy() {
    Answer change = moveTo("investigating", "looks real").is(201);

    assertThat(change.text("/from_status")).isEqualTo("consulting");
    assertThat(change.text("/to_status")).isEqualTo("investigating");
    assertThat(change.text("/reason")).isEqualTo("looks real");
    assertThat(change.text("/changed_by")).isEqualTo("ada");
    assertThat(change.at("/sequence").asInt()).isEqualTo(1);
    assertThat(change.header("ETag")).isEqualTo(api.get(path).header("ETag"));
    assertThat(api.get(path).text("/status")).isEqualTo("investigating");
  }

  @Test
  void goesTheWholeWayAndBackOnce() {
    for (String next :
        List.of("investigating", "resolved", "investigating", "resolved", "closed")) {
      api.post(path + "/status-changes", "{\"status\":\"" + next + "\"}").is(201);
    }

    Answer closed = api.get(path);
    assertThat(closed.at("/resolved_at").isString()).isTrue();
    assertThat(closed.at("/closed_at").isString()).isTrue();
    assertThat(closed.at("/allowed_status_changes").size()).isZero();
    Answer history = api.get(path + "/status-changes").is(200);
    assertThat(history.at("/total").asInt()).isEqualTo(5);
    assertThat(history.at("/status_changes").findValuesAsString("to_status"))
        .containsExactly("investigating", "resolved", "investigating", "resolved", "closed");
  }

  @Test
  void refusesAMoveThatTheStatusDoesNotAllow() {
    Answer refused = moveTo("resolved", "too early");

    refused.is(409, "ILLEGAL_STATUS_CHANGE");
    assertThat(refused.text("/current_status")).isEqualTo("consulting");
    assertThat(refused.at("/allowed").toString()).isEqualTo("[\"investigating\",\"closed\"]");
    moveTo("consulting", "already there").is(409, "ILLEGAL_STATUS_CHANGE");
    assertThat(api.get(path + "/status-changes").at("/total").asInt()).isZero();
  }

  @Test
  void letsOneOfManySimultaneousMovesWin() {
    List<Answer> answers =
        Together.run(
            20,
            n ->
                (n % 2 == 0 ? api : api.with("If-Match", "\"1\""))
                    .post(path + "/status-changes", "{\"status\":\"investigating\"}"));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(409, 412));
    assertThat(sequences()).containsExactly(1);
  }

  @Test
  void keepsAHistoryWithoutGapsUnderConcurrentReopening() {
    moveTo("investigating", "start").is(201);
    Together.run(
        30,
        n ->
            api.post(
                path + "/status-changes",
                n % 2 == 0 ? "{\"status\":\"resolved\"}" : "{\"status\":\"investigating\"}"));

    List<Integer> sequences = sequences();
    assertThat(sequences)
        .hasSizeGreaterThan(1)
        .isEqualTo(IntStream.rangeClosed(1, sequences.size()).boxed().toList());
  }

  @Test
  void pagesThroughTheHistory() {
    moveTo("investigating", "a").is(201);
    for (int i = 0; i < 5; i++) {
      moveTo("resolved", "done?").is(201);
      moveTo("investigating", "no").is(201);
    }

    Answer first = api.get(path + "/status-changes?limit=4").is(200);
    Answer second =
        api.get(path + "/status-changes?limit=4&cursor=" + first.text("/next_cursor")).is(200);
    Answer third =
        api.get(path + "/status-changes?limit=4&cursor=" + second.text("/next_cursor")).is(200);

    assertThat(first.at("/total").asInt()).isEqualTo(11);
    assertThat(second.at("/total").isMissingNode()).isTrue();
    assertThat(second.at("/status_changes/0/sequence").asInt()).isEqualTo(5);
    assertThat(third.at("/status_changes").size()).isEqualTo(3);
    assertThat(third.at("/next_cursor").isMissingNode()).isTrue();
    assertThat(api.get(path + "/status-changes?offset=10").at("/status_changes/0/sequence").asInt())
        .isEqualTo(11);
  }

  private Answer moveTo(String status, String reason) {
    return api.post(
        path + "/status-changes", "{\"status\":\"" + status + "\",\"reason\":\"" + reason + "\"}");
  }

  private List<Integer> sequences() {
    return api
        .get(path + "/status-changes?limit=100")
        .is(200)
        .at("/status_changes")
        .findValues("sequence")
        .stream()
        .map(sequence -> sequence.asInt())
        .toList();
  }
}
