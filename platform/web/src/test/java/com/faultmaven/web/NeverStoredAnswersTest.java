package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An answer that holds a secret is given once. */
class NeverStoredAnswersTest extends WebTest {

  private static final String TOKENS = "/api/v1/services/1/tokens";

  @Autowired JdbcClient database;

  private final String key = UUID.randomUUID().toString();

  @Test
  void areNotGivenAgainWhileTheKeyStillPreventsASecondEffect() {
    HttpResponse<String> first = send(keyed(TOKENS, "{\"name\":\"x\"}"));
    assertThat(first.statusCode()).isEqualTo(201);
    int done = Services.DONE.get();

    HttpResponse<String> again = send(keyed(TOKENS, "{\"name\":\"x\"}"));
    JsonNode problem = assertProblem(again, IDEMPOTENT_ANSWER_NOT_KEPT);
    assertThat(problem.path("location").asString())
        .isEqualTo(first.headers().firstValue("Location").orElseThrow());
    assertThat(again.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(Services.DONE.get()).isEqualTo(done);
    assertProblem(send(keyed(TOKENS, "{\"name\":\"y\"}")), IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void leaveNothingOfWhatTheySaidBehind() {
    send(keyed(TOKENS, "{\"name\":\"x\"}"));
    Map<String, @Nullable Object> stored =
        database
            .sql(
                "select status, octet_length(body) as length, etag from edge.idempotency_keys"
                    + " where created_at = (select max(created_at) from edge.idempotency_keys)")
            .query()
            .singleRow();
    assertThat(stored).containsEntry("status", 201).containsEntry("length", 0);
    assertThat(stored.get("etag")).isNull();
  }

  @Test
  void areKeptByNobodyOnTheirWay() {
    assertThat(send(post(TOKENS, "{\"name\":\"x\"}")).headers().firstValue("Cache-Control"))
        .hasValue("no-store");
  }

  @Test
  void comeFromOperationsThatMayTakeNoKey() {
    int done = Services.DONE.get();
    JsonNode problem =
        assertProblem(
            send(keyed("/api/v1/services/1/sessions", "{\"name\":\"x\"}")), INVALID_PARAMETER);
    assertThat(problem.at("/errors/0/parameter").asString()).isEqualTo("Idempotency-Key");
    assertThat(Services.DONE.get()).isEqualTo(done);
    assertThat(send(post("/api/v1/services/1/sessions", "{\"name\":\"x\"}")).statusCode())
        .isEqualTo(201);
  }

  private HttpRequest.Builder keyed(String path, String body) {
    return asAlice(path)
        .header("Content-Type", "application/json")
        .header("Idempotency-Key", key)
        .POST(BodyPublishers.ofString(body));
  }
}
