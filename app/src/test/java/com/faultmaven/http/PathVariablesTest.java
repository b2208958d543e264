package com.faultmaven.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A path variable that is more than a plain name is another name. */
@IntegrationTest
class PathVariablesTest {

  @LocalServerPort private int port;
  private String owner = "";
  private Api api;
  private String path = "";

  @BeforeEach
  void openACase() {
    owner = "user-" + UUID.randomUUID();
    api = Api.on(port).as(owner);
    path =
        api.post("/api/v2/cases", "{\"tags\":[\"prod\"],\"session_id\":\"s\"}")
            .is(201)
            .header("Location");
  }

  @ParameterizedTest
  @ValueSource(strings = {";x", ";", "%3Bx", ";a=b;c", "%20"})
  void findsNoCase(String more) {
    String id = path.substring(path.lastIndexOf('/') + 1);

    api.get(path + more).is(404, "CASE_NOT_FOUND");
    api.patch(path + more, "{\"title\":\"x\"}").is(404, "CASE_NOT_FOUND");
    api.post(path + more + "/status-changes", "{\"status\":\"closed\"}").is(404, "CASE_NOT_FOUND");
    api.put(path + more + "/archive").is(404, "CASE_NOT_FOUND");
    api.post(path + more + "/messages", "{\"role\":\"user\",\"content\":\"x\"}")
        .is(404, "CASE_NOT_FOUND");
    api.delete(path + more).is(404, "CASE_NOT_FOUND");
    api.get("/api/v1/cases/" + id + more).is(404);
    api.delete("/api/v1/cases/" + id + more).is(404);
    assertThat(api.get(path).is(200).at("/version").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {";x", "%3Bx"})
  void touchesNothingOfThatName(String more) {
    api.put(path + "/participants/grace", "{\"role\":\"viewer\"}").is(201);

    api.delete(path + "/tags/prod" + more).is(404, "TAG_NOT_FOUND");
    api.post("/api/v2/tags/prod" + more + "/rename", "{\"new_tag\":\"test\"}").is(404);
    api.delete(path + "/participants/grace" + more).is(404, "PARTICIPANT_NOT_FOUND");
    api.get("/api/v2/users/" + owner + more + "/cases").is(404, "USER_NOT_FOUND");
    assertThat(api.get("/api/v1/cases/session/s" + more).is(200).at("/total").asInt()).isZero();
    api.with("X-User-Roles", "admin")
        .delete("/api/v2/admin/users/" + owner + more + "/data")
        .is(202);

    assertThat(api.get(path + "/tags").is(200).at("/tags").values()).hasSize(1);
    assertThat(api.get(path + "/participants").is(200).at("/participants").values()).hasSize(1);
    api.get(path).is(200);
  }

  @Test
  void takesASemicolonForWhatItIs() {
    api.put(path + "/tags", "{\"tags\":[\"a;b\"]}").is(200);

    api.delete(path + "/tags/a;b").is(204);
    assertThat(api.get(path + "/tags").is(200).at("/tags").values()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%2e%2e", "%2E", "..;x"})
  void refusesWhatHasMoreThanOneReading(String segment) {
    api.delete(path + "/tags/" + segment).is(400, "BAD_REQUEST");
    api.post("/api/v2/tags/" + segment + "/rename", "{\"new_tag\":\"x\"}").is(400, "BAD_REQUEST");
    assertThat(api.get("/api/v1/cases/session/" + segment).is(400).header("Sunset")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/cases/%zz",
        "/api/v1/cases/%00",
        "/api/v1/cases/..",
        "/%61pi/v1/cases/.."
      })
  void refusesInTheWordsOfTheVersionThatOwnsThePath(String target) {
    Wire refused = Wire.get(port, target);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Sunset")).isNotEmpty();
    assertThat(refused.json().at("/detail").isString()).isTrue();
    assertThat(refused.json().has("code")).isFalse();
  }
}
