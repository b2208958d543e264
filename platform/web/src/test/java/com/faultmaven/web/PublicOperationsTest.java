package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Whom nobody asks who they are. */
@TestPropertySource(
    properties = {"faultmaven.limits.public-requests=1", "faultmaven.limits.max-wait=200ms"})
class PublicOperationsTest extends WebTest {

  private static final String PUBLIC = "/api/v1/services";

  @Test
  void areOpenToAnybody() {
    HttpResponse<String> answer = send(request(PUBLIC));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("caller_is_known").asBoolean(true)).isFalse();
    assertThat(send(request(PUBLIC).HEAD()).statusCode()).isEqualTo(200);
  }

  @Test
  void doNotLookAtCredentials() {
    HttpResponse<String> contradicting =
        send(asAlice(PUBLIC).header("X-User-ID", "bob").header("Authorization", "Bearer broken"));
    assertThat(contradicting.statusCode()).isEqualTo(200);
    assertThat(json(contradicting).path("caller_is_known").asBoolean(true)).isFalse();
  }

  @Test
  void areTheSameForEverybodyWhoKeepsTheirAnswer() {
    HttpResponse<String> answer = send(request(PUBLIC));
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(answer.headers().allValues("Vary")).noneMatch(vary -> vary.contains("X-User-ID"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/services",
    "DELETE, /api/v1/services",
    "GET, /api/v1/services//",
    "GET, /api/v1//services",
    "GET, /api/v1/services;x",
    "GET, /api/v1/services/1/nothing",
    "POST, /api/v1/services/1/tokens",
    "GET, /api/v1/things/1/evidence",
  })
  void areExactlyThoseTheDocumentsName(String method, String path) {
    assertRawProblem(
        sendRaw(
            "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                .formatted(method, path)),
        AUTHENTICATION_REQUIRED);
  }

  @Test
  void sayWhichMethodsThereAreToAnybody() {
    HttpResponse<String> refused = send(request(PUBLIC + "/1").DELETE());
    assertProblem(refused, METHOD_NOT_ALLOWED);
    assertThat(refused.headers().firstValue("Allow")).hasValue("GET,HEAD,OPTIONS");
  }

  @Test
  void areHeldToTheContract() {
    assertProblem(send(request(PUBLIC + "?limit=0")), INVALID_PARAMETER);
    assertProblem(send(comment("{}")), VALIDATION_FAILED);
    assertProblem(
        send(comment("x").setHeader("Content-Type", "text/plain")), UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void canBeRepeatedUnderAKey() {
    String key = UUID.randomUUID().toString();
    HttpResponse<String> first = send(comment("{\"name\":\"x\"}").header("Idempotency-Key", key));
    HttpResponse<String> again = send(comment("{\"name\":\"x\"}").header("Idempotency-Key", key));
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    assertThat(again.body()).isEqualTo(first.body());
    assertProblem(
        send(comment("{\"name\":\"y\"}").header("Idempotency-Key", key)), IDEMPOTENCY_KEY_REUSED);
  }

  @Test
  void takeNoMorePlacesThanAreTheirs() throws InterruptedException {
    Gate gate = Services.GATES.open("held");
    var held = CLIENT.sendAsync(request(PUBLIC + "/held").build(), BodyHandlers.ofString());
    gate.awaitArrival();

    HttpResponse<String> refused = send(request(PUBLIC));
    assertProblem(refused, SERVICE_UNAVAILABLE);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(send(asAlice("/api/v1/things/1/evidence")).statusCode()).isEqualTo(200);

    gate.letPass();
    assertThat(held.join().statusCode()).isEqualTo(200);
    assertThat(send(request(PUBLIC)).statusCode()).isEqualTo(200);
  }

  private HttpRequest.Builder comment(String body) {
    return request(PUBLIC + "/1/comments")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }
}
