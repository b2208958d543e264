package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ContractTest extends WebTest {

  @Test
  void refusesParametersAllAtOnce() {
    JsonNode problem =
        assertProblem(send(asAlice("/api/test/things?limit=0&nope=1")), INVALID_PARAMETER);
    assertThat(problem.path("errors").valueStream().map(JsonNode::toString))
        .containsExactlyInAnyOrder(
            "{\"parameter\":\"nope\",\"code\":\"unknown_parameter\",\"detail\":\"nope is not a parameter of this operation.\"}",
            "{\"parameter\":\"limit\",\"code\":\"too_small\",\"detail\":\"limit must be at least 1.\"}");
    assertThat(problem.path("detail").asString()).contains("nope", "limit");
  }

  @Test
  void refusesBodiesAllAtOnce() {
    JsonNode problem =
        assertProblem(
            send(post("/api/test/things", "{\"colour\":\"blue\",\"zz\":1}")), VALIDATION_FAILED);
    assertThat(problem.path("errors").valueStream().map(e -> e.path("pointer").asString()))
        .containsExactlyInAnyOrder("/name", "/colour", "/zz");
  }

  @Test
  void answersNamesNoAnswerCouldCarry() {
    JsonNode problem =
        assertProblem(
            send(
                post("/api/test/things", "{\"name\":\"a\",\"\\udc00\":{\"\\u0000\":\"\\ud800\"}}")),
            VALIDATION_FAILED);
    assertThat(problem.path("errors").valueStream().map(e -> e.path("code").asString()))
        .containsExactlyInAnyOrder(
            "invalid_characters", "invalid_characters", "invalid_characters", "unknown_property");
  }

  @Test
  void knowsMergePatches() {
    JsonNode problem = assertProblem(send(patch("{\"name\":null}")), VALIDATION_FAILED);
    assertThat(problem.path("errors").get(0).path("pointer").asString()).isEqualTo("/name");
    assertThat(json(send(patch("{\"note\":null}"))).path("note_is_given").asBoolean()).isTrue();
    assertThat(json(send(patch("{}"))).path("note_is_given").asBoolean()).isFalse();
  }

  @Test
  void bindsWhatTheContractAllows() {
    JsonNode page =
        json(send(asAlice("/api/test/things?tag=a,b&after=2026-03-14T09:26:53%2B02:00")));
    assertThat(page.path("tags").toString()).isEqualTo("[\"a,b\"]");
    assertThat(page.path("limit").asInt()).isEqualTo(20);
    assertThat(json(send(asAlice("/api/test/things?tag=a,b&tag=c"))).path("tags").toString())
        .isEqualTo("[\"a,b\",\"c\"]");
  }

  @Test
  void losesNothingOfFreeFormJson() {
    String metadata =
        "{\"decimal\":0.12345678901234567890,\"large\":123456789012345678901234567890,\"zeros\":1.500}";
    JsonNode thing =
        json(send(post("/api/test/things", "{\"name\":\"exact\",\"metadata\":" + metadata + "}")));
    assertThat(
            send(post("/api/test/things", "{\"name\":\"exact2\",\"metadata\":" + metadata + "}"))
                .body())
        .contains(metadata);
    assertThat(thing.path("name").asString()).isEqualTo("exact");
  }

  @Test
  void writesMomentsInUtc() {
    assertThat(send(asAlice("/api/test/moments")).body())
        .contains("\"2026-03-14T09:26:53.123456Z\"", "\"2026-03-14T09:26:53Z\"");
  }

  private java.net.http.HttpRequest.Builder patch(String body) {
    return asAlice("/api/test/things/1")
        .header("Content-Type", "application/merge-patch+json")
        .method("PATCH", BodyPublishers.ofString(body));
  }
}
