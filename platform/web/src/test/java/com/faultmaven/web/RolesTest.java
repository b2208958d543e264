package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.kernel.CommonProblem.PERMISSION_DENIED;
import static com.faultmaven.kernel.CommonProblem.VALIDATION_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document says is for roles. */
class RolesTest extends WebTest {

  private static final String GOOD = "{\"name\":\"billing\"}";

  @ParameterizedTest
  @ValueSource(strings = {"admin", "service", "[\"user\",\"ADMIN\"]"})
  void letsPassWhoeverHasOneOfThem(String roles) {
    assertThat(send(put(GOOD).header("X-User-Roles", roles)).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"user", "administrator", "[\"admin\"], [\"user\"]", "x"})
  void refusesEverybodyElse(String roles) {
    var refused = send(put(GOOD).header("X-User-Roles", roles));

    assertThat(assertProblem(refused, PERMISSION_DENIED).path("detail").asString())
        .isEqualTo("This needs the role admin or service.");
  }

  @Test
  void refusesThemBeforeItReadsWhatTheySent() {
    assertProblem(send(put("{")), PERMISSION_DENIED);
    assertProblem(send(put(GOOD).header("Idempotency-Key", "?")), PERMISSION_DENIED);
    assertProblem(send(put("{}").header("X-User-Roles", "admin")), VALIDATION_FAILED);
  }

  @Test
  void asksFirstWhoCalls() {
    HttpRequest.Builder nobody =
        request("/api/v1/services/1/owner")
            .header("X-User-Roles", "admin")
            .PUT(BodyPublishers.ofString(GOOD));

    assertProblem(send(nobody), AUTHENTICATION_REQUIRED);
  }

  private HttpRequest.Builder put(String json) {
    return asAlice("/api/v1/services/1/owner")
        .header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(json));
  }
}
