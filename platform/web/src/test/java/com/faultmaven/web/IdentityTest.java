package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class IdentityTest extends WebTest {

  @Test
  void knowsTheCallerTheGatewayNames() {
    JsonNode caller =
        json(
            send(
                asAlice("/api/test/caller")
                    .header("X-User-Email", "alice@example.com")
                    .header("X-User-Roles", "[\"user\",\"Admin\"]")
                    .header("X-Organization-ID", "acme")));
    assertThat(caller.path("user").asString()).isEqualTo("alice");
    assertThat(caller.path("organization").asString()).isEqualTo("acme");
    assertThat(caller.path("email").asString()).isEqualTo("alice@example.com");
    assertThat(caller.path("roles").toString()).isEqualTo("[\"admin\",\"user\"]");
  }

  @Test
  void actsForTheDefaultOrganizationWhereNoneIsNamed() {
    JsonNode caller = json(send(asAlice("/api/test/caller").header("X-Organization-ID", " ")));
    assertThat(caller.path("organization").asString()).isEqualTo("default");
    assertThat(caller.path("email").asString()).isEqualTo("null");
    assertThat(caller.path("roles")).isEmpty();
  }

  @Test
  void asksWhoeverSaysNothingToSayWho() {
    for (HttpRequest.Builder anonymous :
        new HttpRequest.Builder[] {
          request("/api/test/caller"),
          request("/api/test/caller").header("X-User-ID", ""),
          request("/api/test/caller").header("X-User-ID", " , ")
        }) {
      var response = send(anonymous);
      assertProblem(response, AUTHENTICATION_REQUIRED);
      assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }
  }

  @Test
  void asksNobodyOutsideTheApi() {
    assertProblem(send(request("/nope")), ROUTE_NOT_FOUND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-User-ID", "X-Organization-ID"})
  void refusesAForgedHeaderBesideTheTrueOne(String header) {
    assertProblem(
        send(named("mallory", "alice").header(header, "x").header(header, "y")),
        CONFLICTING_IDENTITY);
    assertProblem(
        send(request("/api/test/caller").header("X-User-ID", "mallory, alice")),
        CONFLICTING_IDENTITY);
  }

  @Test
  void acceptsTheSameUserTwice() {
    assertThat(json(send(named("alice", "alice"))).path("user").asString()).isEqualTo("alice");
    assertThat(json(send(named("alice,alice"))).path("user").asString()).isEqualTo("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "a\tb"})
  void refusesNamesThatAreNone(String name) {
    for (String header : new String[] {"X-User-ID", "X-Organization-ID"}) {
      var request = request("/api/test/caller").header(header, name);
      if (!header.equals("X-User-ID")) {
        request.header("X-User-ID", "alice");
      }
      JsonNode problem = assertProblem(send(request), INVALID_PARAMETER);
      assertThat(problem.path("errors").get(0).path("parameter").asString()).isEqualTo(header);
    }
  }

  @Test
  void saysWhatAnIdIsMadeOf() {
    for (String name : new String[] {"ada lovelace", "lovelace, ada", "lovelace,ada"}) {
      var response = send(named(name));
      assertThat(json(response).path("detail").asString())
          .as(name)
          .contains("1 to 255 visible ASCII characters, without spaces and commas");
    }
  }

  @Test
  void boundsTheLengthOfNames() {
    assertThat(send(named("x".repeat(255))).statusCode()).isEqualTo(200);
    assertProblem(send(named("x".repeat(256))), INVALID_PARAMETER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ["user","ADMIN"]           | admin user
          user,admin                 | admin user
          " user , ADMIN,"           | ``
          user , ADMIN,              | admin user
          []                         | ``
          ["user"                    | ``
          ["user"],["admin"]         | ``
          [["admin"]]                | ``
          [1]                        | ``
          [null,"admin"]             | ``
          {"admin":true}             | ``
          ["user"], ["admin"]        | ``
          ["admin"], user            | ``
          admin, ["user"]            | ``
          admin, user, user          | ``
          user,admin, user           | ``
          """)
  void readsRolesInBothForms(String header, String roles) {
    JsonNode caller = json(send(asAlice("/api/test/caller").header("X-User-Roles", header)));
    assertThat(caller.path("roles").valueStream().map(JsonNode::asString))
        .containsExactlyElementsOf(Stream.of(roles.split(" ")).filter(r -> !r.isEmpty()).toList());
  }

  @Test
  void grantsNothingToContradictoryOrHugeRoles() {
    assertThat(rolesOf("user", "admin")).isEmpty();
    assertThat(rolesOf("[\"admin\"]", "[\"admin\"]")).hasSize(1);
    assertThat(rolesOf("admin," + "x".repeat(4096))).isEmpty();
  }

  @Test
  void letsPreflightsPass() {
    var response =
        send(
            request("/api/test/things")
                .header("Origin", "https://app.example.com")
                .header("Access-Control-Request-Method", "PATCH")
                .header("Access-Control-Request-Headers", "idempotency-key, if-match")
                .method("OPTIONS", BodyPublishers.noBody()));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    assertThat(response.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
    assertThat(response.headers().firstValue("Access-Control-Allow-Methods").orElseThrow())
        .contains("PATCH");
  }

  @Test
  void exposesItsHeadersToPagesAlsoOnProblems() {
    var response = send(request("/api/test/caller").header("Origin", "https://app.example.com"));
    assertProblem(response, AUTHENTICATION_REQUIRED);
    assertThat(response.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
        .isEqualTo(
            "X-Correlation-ID, X-Request-ID, X-Error-Code, ETag, Location, Retry-After, RateLimit, RateLimit-Policy, Deprecation, Sunset, Link, Idempotency-Replayed");
  }

  private JsonNode rolesOf(String... lines) {
    var request = asAlice("/api/test/caller");
    for (String line : lines) {
      request.header("X-User-Roles", line);
    }
    return json(send(request)).path("roles");
  }

  private HttpRequest.Builder named(String... names) {
    var request = request("/api/test/caller");
    for (String name : names) {
      request.header("X-User-ID", name);
    }
    return request;
  }
}
