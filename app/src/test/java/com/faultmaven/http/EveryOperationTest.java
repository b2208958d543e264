package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.SqlWatch;
import com.faultmaven.testing.Walk;
import com.faultmaven.testing.Walk.Step;
import java.util.ArrayList;
import java.util.List;
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
  private static final String OF_NOBODY = "no-store";

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
    Api api = asAdmin("plain");
    Walk.of(userOf("plain"), step -> noted(step, step.send(api), plain));

    List<String> asked = new ArrayList<>();
    Api asking = asAdmin("asking").with("Accept", accept);
    Walk.of(userOf("asking"), step -> noted(step, step.send(asking), asked));

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
                answer.body().isEmpty() ? "" : answer.json().propertyNames()));
    return answer;
  }

  @Test
  void refusesBeforeAnythingIsDoneWhatItCannotGive() {
    Api api = asAdmin("csv");
    Walk.of(
        userOf("csv"),
        step -> {
          Api asking = api.with("Accept", "text/csv");
          if (!step.operation().statuses().contains("406")) {
            Answer answer = step.send(asking);
            assertThat(
                    step.path().startsWith("/api/v1/")
                        || answer.status() >= 400
                        || answer.body().isEmpty())
                .as("%s gives JSON to who accepts none", step)
                .isTrue();
            return answer;
          }
          String refused = UUID.randomUUID().toString();
          step.send(asking.with("X-Correlation-ID", refused)).is(406, "NOT_ACCEPTABLE");
          assertThat(sql.statementsOf(refused)).as(step.toString()).isEmpty();

          String done = UUID.randomUUID().toString();
          Answer answer = step.send(api.with("X-Correlation-ID", done));
          assertThat(sql.statementsOf(done).isEmpty()).isEqualTo(answer.status() == 422);
          return answer;
        });
  }

  @Test
  void saysOfEveryAnswerWhoMayKeepIt() {
    Api api = asAdmin("keeper");
    Walk.of(
        userOf("keeper"),
        step -> {
          assertKept(step.send(Api.on(port)).is(401), OF_NOBODY);
          if (step.path().startsWith("/api/v2/")) {
            String query = step.path().contains("?") ? "&nonsense=1" : "?nonsense=1";
            Step odd = new Step(step.method(), step.path() + query, step.body(), 400);
            assertKept(odd.send(api).is(400), OF_NOBODY);
          }
          Answer answer = step.send(api);
          assertKept(answer, answer.status() < 400 ? OF_ITS_CALLER : OF_NOBODY);
          if (step.operation().statuses().contains("304") && answer.status() == 200) {
            assertKept(step.send(api.with("If-None-Match", "*")).is(304), OF_ITS_CALLER);
          }
          return answer;
        });
  }

  private static void assertKept(Answer answer, String by) {
    assertThat(answer.header("Cache-Control")).as(answer.path()).isEqualTo(by);
  }

  private Api asAdmin(String who) {
    return Api.on(port).as(userOf(who)).with("X-User-Roles", "[\"admin\"]");
  }

  /** A walk ends with the deletion of its user. */
  private String userOf(String who) {
    return who + "-" + run;
  }
}
