package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Walk;
import com.faultmaven.testing.Walk.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What holds for the answers of each operation in the documents, also of those to come. */
@IntegrationTest
class EveryOperationTest {

  private static final String OF_ITS_CALLER = "private, no-cache";
  private static final String OF_EVERYBODY = "no-cache";
  private static final String OF_NOBODY = "no-store";

  /** As OperationServlet has it. */
  private static final int BUFFERED_BYTES = 32 * 1024;

  /** What it gives it gives to everybody, whatever they accept. */
  private static final String DROP_IN = "cases.v1";

  /** What they do not know they ignore. */
  private static final Set<String> IGNORANT = Set.of(DROP_IN, "cleanapp.v3", "cleanapp.v4");

  /** Whatever is wrong with a request is of one status there, as it was in the original. */
  private static final Set<String> ALL_FAULTS_ARE_422 = Set.of("status.v1");

  private final String run = UUID.randomUUID().toString();
  @LocalServerPort private int port;
  @Autowired private SqlWatch sql;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json;charset=ISO-8859-1",
        "application/json;version=2;q=0.5",
        "application/*;charset=utf-16"
      })
  void answersTheSameWhateverParametersItIsToAccept(String accept) {
    List<String> plain = new ArrayList<>();
    walk("plain", (api, step) -> noted(step, step.send(api), plain));

    List<String> asked = new ArrayList<>();
    walk("asking", (api, step) -> noted(step, step.send(api.with("Accept", accept)), asked));

    assertThat(asked).isEqualTo(plain);
    assertThat(asked).noneMatch(answer -> answer.contains(";"));
  }

  private static Answer noted(Step step, Answer answer, List<String> notes) {
    notes.add(
        "%s: %s %s %s"
            .formatted(
                step.operation(),
                answer.status(),
                answer.header("Content-Type"),
                answer.body().isEmpty() ? "" : members(answer)));
    return answer;
  }

  /** Whether there is a page more depends on what the walks before have left. */
  private static List<String> members(Answer answer) {
    return answer.json().propertyNames().stream()
        .filter(name -> !name.equals("next_cursor"))
        .toList();
  }

  @Test
  void refusesBeforeAnythingIsDoneWhatItCannotGive() {
    walk(
        "csv",
        (api, step) -> {
          Api asking = api.with("Accept", "text/csv");
          if (!step.operation().statuses().contains("406")) {
            Answer answer = step.send(asking);
            assertThat(
                    step.document().equals(DROP_IN)
                        || answer.status() >= 400
                        || answer.body().isEmpty())
                .as("%s gives JSON to who accepts none", step)
                .isTrue();
            return answer;
          }
          String refused = UUID.randomUUID().toString();
          Answer none = step.send(asking.with("X-Correlation-ID", refused)).is(406);
          assertThat(none.header("X-Error-Code")).isEqualTo("NOT_ACCEPTABLE");
          assertThat(sql.statementsOf(refused)).as(step.toString()).isEmpty();

          String done = UUID.randomUUID().toString();
          Answer answer = step.send(api.with("X-Correlation-ID", done));
          assertThat(sql.statementsOf(done).isEmpty()).isEqualTo(step.cost().equals("0, 0"));
          return answer;
        });
  }

  @Test
  void saysOfEveryAnswerWhoMayKeepIt() {
    walk(
        "keeper",
        (api, step) -> {
          if (!step.operation().open() && !step.operation().callerOptional()) {
            assertKept(step.send(Api.on(port)).is(401), OF_NOBODY);
          }
          if (!IGNORANT.contains(step.document())) {
            int fault = ALL_FAULTS_ARE_422.contains(step.document()) ? 422 : 400;
            assertKept(step.asking("nonsense=1", fault).send(api).is(fault), OF_NOBODY);
          }
          Answer answer = step.send(api);
          assertKept(answer, keeperOf(step, answer));
          if (step.operation().statuses().contains("304") && answer.status() == 200) {
            assertKept(
                step.send(api.with("If-None-Match", "*")).is(304), answer.header("Cache-Control"));
          }
          return answer;
        });
  }

  private static String keeperOf(Step step, Answer answer) {
    if (answer.status() >= 400 || step.operation().neverStored()) {
      return OF_NOBODY;
    }
    if (!step.operation().open()) {
      return OF_ITS_CALLER;
    }
    String kept = answer.header("Cache-Control");
    return kept.matches("max-age=\\d+") ? kept : OF_EVERYBODY;
  }

  /** In one piece: what is sent before its length is known ends in a packet of its own. */
  @Test
  void saysHowLongEachAnswerIs() {
    walk(
        "length",
        (api, step) -> {
          Answer answer = step.send(api);
          int length = length(answer);
          // letters that other tests left can make a longer page
          if (length > 0 && length <= BUFFERED_BYTES) {
            assertSaid(answer, length);
          }
          return answer;
        });
  }

  @Test
  void saysHowLongAnAnswerIsThatFillsTheBuffer() {
    Api api = Api.on(port).as("length-" + run);
    String description = "x".repeat(10_000);
    for (int i = 0; i < 3; i++) {
      api.post("/api/v2/cases", "{\"description\": \"%s\"}".formatted(description)).is(201);
    }

    Answer answer = api.get("/api/v2/cases").is(200);

    assertThat(length(answer)).isBetween(30_000, BUFFERED_BYTES);
    assertSaid(answer, length(answer));
  }

  private static int length(Answer answer) {
    return answer.body().getBytes(StandardCharsets.UTF_8).length;
  }

  private static void assertSaid(Answer answer, int length) {
    assertThat(answer.header("Content-Length"))
        .as(answer.path())
        .isEqualTo(Integer.toString(length));
  }

  @Test
  void takesAsManyStatementsAsItDid() {
    List<String> others = new ArrayList<>();
    walk(
        "cost",
        (api, step) -> {
          String request = UUID.randomUUID().toString();
          Answer answer = step.send(api.with("X-Correlation-ID", request));
          List<String> statements = sql.statementsOf(request);
          String cost = statements.size() + ", " + writing(statements);
          if (!cost.equals(step.cost())) {
            others.add(step + " took " + cost + ": " + statements);
          }
          return answer;
        });

    assertThat(others).isEmpty();
  }

  private static long writing(List<String> statements) {
    return statements.stream()
        .filter(sql -> sql.matches("(?is).*\\b(insert into|update|delete from) \\w+\\.\\w+.*"))
        .count();
  }

  private static void assertKept(Answer answer, String by) {
    assertThat(answer.header("Cache-Control")).as(answer.path()).isEqualTo(by);
  }

  private void walk(String who, Walk.Walker walker) {
    Walk.all(Api.on(port), who + "-" + run, walker);
  }
}
