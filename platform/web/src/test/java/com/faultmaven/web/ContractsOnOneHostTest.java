package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.MovableClock;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A version that ends has its operations, and not the paths around them. */
@Import(LifecycleTest.Surroundings.class)
@TestPropertySource(
    properties = {
      "faultmaven.api.versions.things.v0.sunset=2027-01-02",
      "faultmaven.api.clients=browser-extension,agent",
      "faultmaven.cors.origins=https://app.example.com",
    })
class ContractsOnOneHostTest extends WebTest {

  @Autowired MovableClock clock;

  @BeforeEach
  void beBeforeEverySunset() {
    clock.set("2026-11-21T12:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/services",
    "GET, /api/v1/things/1/evidence",
    "PATCH, /api/v1/things/1",
    "GET, /api/v1/%73ervices",
  })
  void servesTheOperationsOfOthersAsIfNothingEnded(String method, String path) {
    HttpRequest.Builder call = asAlice(path).method(method, BodyPublishers.noBody());
    HttpResponse<String> before = send(call);
    assertThat(before.statusCode()).isEqualTo(200);
    assertThat(before.headers().map()).doesNotContainKeys("Deprecation", "Sunset", "Link");

    clock.set("2027-06-30T00:00:00Z");
    HttpResponse<String> after = send(call);
    assertThat(after.statusCode()).isEqualTo(200);
    assertThat(after.headers().map()).doesNotContainKeys("Deprecation", "Sunset", "Link");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/things/1, 200",
    "GET, /api/v1/%74hings/1, 200",
    "GET, /api/v1/things/session/evidence, 200",
    "PUT, /api/v1/things/1, 405",
    "DELETE, /api/v1/things, 405",
    "GET, /api/v1/things/1/nothing, 404",
    "GET, /api/v1/things/1/evidence/nothing, 404",
    "GET, /api/v1/things/, 405",
  })
  void endsWhatIsItsOwn(String method, String path, int status) {
    HttpRequest.Builder call = asAlice(path).method(method, BodyPublishers.noBody());
    HttpResponse<String> before = send(call);
    assertThat(before.statusCode()).isEqualTo(status);
    assertThat(before.headers().map()).containsKeys("Deprecation", "Sunset", "Link");

    clock.set("2027-06-30T00:00:00Z");
    HttpResponse<String> after = send(call);
    assertThat(after.statusCode()).isEqualTo(410);
    assertThat(after.headers().map()).containsKeys("Deprecation", "Sunset", "Link");
    assertThat(json(after).propertyNames()).containsExactly("detail");
  }

  @Test
  void answersAnUnmatchedMethodInTheFormOfWhoHasThePath() {
    assertProblem(send(asAlice("/api/v1/services").DELETE()), METHOD_NOT_ALLOWED);
    HttpResponse<String> below = send(asAlice("/api/v1/things/1/evidence").DELETE());
    assertProblem(below, METHOD_NOT_ALLOWED);
    assertThat(below.headers().firstValue("Allow").orElseThrow().split(","))
        .containsExactlyInAnyOrder("GET", "HEAD", "POST", "OPTIONS");

    HttpResponse<String> shared = send(asAlice("/api/v1/things/1").DELETE());
    assertThat(shared.statusCode()).isEqualTo(405);
    assertThat(json(shared).propertyNames()).containsExactly("detail");
    assertThat(shared.headers().firstValue("Allow").orElseThrow().split(","))
        .containsExactlyInAnyOrder("GET", "HEAD", "PATCH", "OPTIONS");
  }

  @Test
  void answersAnUnmatchedPathInTheFormOfWhoAnswersAroundIt() {
    HttpResponse<String> around = send(asAlice("/api/v1/things/1/nothing"));
    assertThat(around.statusCode()).isEqualTo(404);
    assertThat(json(around).propertyNames()).containsExactly("detail");

    for (String path : List.of("/api/v1/nothing", "/api/v1/services/1/2/3", "/api/v1/thing")) {
      assertProblem(send(asAlice(path)), ROUTE_NOT_FOUND);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/services", "/api/v1/things/1/evidence"})
  void refusesInTheFormOfTheOperation(String path) {
    assertProblem(send(request(path).POST(BodyPublishers.noBody())), AUTHENTICATION_REQUIRED);
  }

  @Test
  void holdsTheRequestsOfOthersToTheirContract() {
    assertProblem(send(post("/api/v1/services", "{\"nome\":\"x\"}")), VALIDATION_FAILED);
    assertProblem(send(asAlice("/api/v1/things/1/evidence?x=1")), INVALID_PARAMETER);
    assertThat(send(asAlice("/api/v1/things/1?x=1")).statusCode()).isEqualTo(200);
  }
}
