package com.faultmaven.escalations;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Together;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may be written to about a case, and what is heard of its end. */
class TargetsAndSignalsTest extends OnAMailServer {

  @Test
  void isOneAnAddress() {
    String first = addTarget("duty");
    Answer again =
        api()
            .post(
                ofCase("escalation-targets"),
                "{\"email\":\"%s\",\"organization\":\"City\",\"confidence\":0.5}"
                    .formatted(address("DUTY")))
            .is(200);
    assertThat(again.text("/target_id")).isEqualTo(first);
    assertThat(again.text("/organization")).isEqualTo("City");
    assertThat(again.at("/version").asInt()).isEqualTo(2);

    List<Answer> together =
        Together.run(6, n -> post("{\"email\":\"%s\"}".formatted(address("x"))));
    assertThat(together).extracting(Answer::status).containsOnlyOnce(201);
    assertThat(targets()).hasSize(2);
  }

  @Test
  void isChangedByWhoSawItLast() {
    String target = addTarget("duty");
    String path = ofCase("escalation-targets/" + target);
    Answer seen = api().get(path).is(200);
    Answer changed =
        api()
            .with("If-Match", seen.header("ETag"))
            .patch(path, "{\"phone\":\"1\",\"role_type\":null,\"confidence\":0.25}")
            .is(200);
    assertThat(changed.text("/phone")).isEqualTo("1");
    assertThat(changed.text("/role_type")).isEqualTo("contact");
    api().with("If-Match", seen.header("ETag")).patch(path, "{\"phone\":\"2\"}").is(412);
    api().with("If-Match", seen.header("ETag")).delete(path).is(412);
    api().patch(path, "{\"email\":null,\"phone\":null}").is(422);
    addTarget("other");
    api().patch(path, "{\"email\":\"%s\"}".formatted(address("OTHER"))).is(422);
    api().delete(path).is(204);
    api().get(path).is(404, "TARGET_NOT_FOUND");
  }

  @Test
  void isMostCertainFirst() {
    post("{\"email\":\"%s\",\"confidence\":0.1}".formatted(address("a"))).is(201);
    post("{\"email\":\"%s\",\"confidence\":0.9}".formatted(address("b"))).is(201);
    assertThat(targets()).containsExactly(address("b"), address("a"));
  }

  @Test
  void isOneOfAHundredAtMost() {
    for (int n = 0; n < 100; n++) {
      post("{\"phone\":\"%s\"}".formatted(n)).is(201);
    }
    post("{\"phone\":\"101\"}").is(409, "LIMIT_REACHED");
  }

  @ParameterizedTest
  @CsvSource({
    "{}, ''",
    "'{\"email\":\"a@b\"}', /email",
    "'{\"email\":\"a@b.dev\\r\\nBcc: x@y.dev\"}', /email",
    "'{\"email\":\"a b@c.dev\"}', /email",
    "'{\"phone\":\"1\",\"confidence\":1.0001}', /confidence",
    "'{\"phone\":\"1\",\"confidence\":\"0.5\"}', /confidence",
    "'{\"phone\":\"1\",\"display_name\":\"x\\r\\ny\"}', /display_name",
    "'{\"phone\":\"1\",\"actor_user_id\":\"eve\"}', /actor_user_id",
  })
  void isSomebodyWhoCanBeReached(String json, String place) {
    Answer refused = post(json).is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).singleElement().asString().startsWith(place + ":");
  }

  @Test
  void suggestsWhereToMoveACaseAndMovesNone() {
    Answer fixed = signal("{\"kind\":\"fixed\",\"summary\":\"Mended.\"}").is(201);
    assertThat(fixed.text("/suggested_status")).isEqualTo("resolved");
    Answer heard = signal("{\"summary\":\"Heard.\",\"source_type\":null,\"kind\":null}").is(201);
    assertThat(heard.text("/kind")).isEqualTo("other");
    assertThat(heard.text("/source_type")).isEqualTo("manual");
    assertThat(heard.at("/suggested_status").isNull()).isTrue();
    assertThat(api().get("/api/v2/cases/" + caseId()).text("/status")).isEqualTo("consulting");

    Answer list = api().get(ofCase("resolution-signals?limit=1")).is(200);
    assertThat(list.text("/signals/0/summary")).isEqualTo("Heard.");
    Answer next =
        api().get(ofCase("resolution-signals?limit=1&cursor=" + list.text("/next_cursor"))).is(200);
    assertThat(next.text("/signals/0/summary")).isEqualTo("Mended.");
  }

  @Test
  void isHeardByServicesOfTheOrganization() {
    String json =
        "{\"kind\":\"acknowledged\",\"summary\":\"They called.\",\"metadata\":{\"a\":[1]}}";
    as("bridge").post(ofCase("resolution-signals"), json).is(404, "CASE_NOT_FOUND");
    as("bridge").with("X-User-Roles", "service").post(ofCase("resolution-signals"), json).is(201);
    as("bridge")
        .instead("X-Organization-ID", "elsewhere-" + word)
        .with("X-User-Roles", "service")
        .post(ofCase("resolution-signals"), json)
        .is(404, "CASE_NOT_FOUND");
  }

  @ParameterizedTest
  @CsvSource({
    "{}, /summary",
    "'{\"summary\":\" \"}', /summary",
    "'{\"summary\":\"x\",\"kind\":\"over\"}', /kind",
    "'{\"summary\":\"x\",\"source_type\":\"E Mail\"}', /source_type",
  })
  void isHeldToTheContract(String json, String place) {
    Answer refused = signal(json).is(422, "VALIDATION_FAILED");
    assertThat(refused.violations()).singleElement().asString().startsWith(place + ":");
  }

  private Answer signal(String json) {
    return api().post(ofCase("resolution-signals"), json);
  }

  private Answer post(String json) {
    return api().post(ofCase("escalation-targets"), json);
  }

  private List<String> targets() {
    return api().get(ofCase("escalation-targets")).is(200).texts("/targets", "email");
  }
}
