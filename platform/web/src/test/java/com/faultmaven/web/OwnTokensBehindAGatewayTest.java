package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.kernel.CommonProblem.CONFLICTING_IDENTITY;
import static com.faultmaven.kernel.CommonProblem.PERMISSION_DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A gateway in front, and people with tokens of this installation behind it. */
@Import(SignedInHere.class)
class OwnTokensBehindAGatewayTest extends WebTest {

  @ParameterizedTest
  @CsvSource({
    "     , own.alice  , alice, signin_alice",
    "alice, own.alice  , alice, signin_alice",
    "alice,            , alice, null",
    "alice, other.alice, alice, null",
  })
  void believesTheGatewayAndOwnTokens(String user, String token, String caller, String signIn) {
    JsonNode seen = json(send(request(user, token)));

    assertThat(seen.path("user").asString()).isEqualTo(caller);
    assertThat(seen.path("sign_in").asString()).isEqualTo(signIn);
  }

  @ParameterizedTest
  @CsvSource({",", ", other.alice", ", dead.alice", "alice, dead.alice", "bob, dead.alice"})
  void asksForCredentialsThatAreGood(String user, String token) {
    assertProblem(send(request(user, token)), AUTHENTICATION_REQUIRED);
  }

  @Test
  void refusesTwoDifferentUsers() {
    assertProblem(send(request("bob", "own.alice")), CONFLICTING_IDENTITY);
    assertProblem(
        send(request("alice", "own.alice").header("X-User-ID", "bob")), CONFLICTING_IDENTITY);
  }

  @Test
  void takesRolesAndEmailFromTheTokenAlone() {
    JsonNode seen = json(send(request("alice", "own.alice").header("X-User-Roles", "admin")));

    assertThat(seen.path("roles").toString()).isEqualTo("[\"user\"]");
    assertThat(seen.path("email").asString()).isEqualTo("alice@example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "own.alice,         , acme, acme, member",
    "own.alice.acme,    ,     , acme, member",
    "own.alice,         ,     , default, null",
    "own.root,          , acme, acme, null",
    "         , alice   , acme, acme, member",
    "         , stranger, else, else, null",
  })
  void actsForOnesOwnOrganization(
      String token, String user, String header, String organization, String role) {
    JsonNode seen = json(send(inOrganization(request(user, token), header)));

    assertThat(seen.path("organization").asString()).isEqualTo(organization);
    assertThat(seen.path("organization_role").asString()).isEqualTo(role);
  }

  @ParameterizedTest
  @CsvSource({
    "own.bob,          , acme",
    "own.bob.acme,     ,",
    "own.alice,        , else",
    "          , bob   , acme",
    "          , bob   , else",
    "       , stranger , acme",
  })
  void refusesAnOrganizationOneIsNoMemberOf(String token, String user, String header) {
    JsonNode refused =
        assertProblem(send(inOrganization(request(user, token), header)), PERMISSION_DENIED);

    assertThat(refused.path("detail").asString()).startsWith("You do not belong to");
  }

  @Test
  void asksForNoMembershipWhereNoOrganizationIsActedFor() {
    HttpResponse<String> answer =
        send(
            post("/api/v1/services/1/sign-ins", "{\"name\":\"x\"}")
                .setHeader("X-User-ID", "bob")
                .header("X-Organization-ID", "acme")
                .header("Idempotency-Key", "is neither taken nor refused"));

    assertThat(json(answer).path("organization").asString()).isEqualTo("default");
  }

  @Test
  void asksForACallerBelowV1() {
    assertProblem(send(request("/v1/services")), AUTHENTICATION_REQUIRED);
    assertThat(json(send(asAlice("/v1/services"))).path("user").asString()).isEqualTo("alice");
  }

  @Test
  void greetsAnybodyByTheNameTheyGive() {
    String greeting = "/v1/services/greeting";

    assertThat(json(send(request(greeting))).path("user").asString()).isEqualTo("nobody");
    assertThat(json(send(asAlice(greeting))).path("user").asString()).isEqualTo("alice");
    assertProblem(
        send(request(greeting).header("Authorization", "Bearer dead.alice")),
        AUTHENTICATION_REQUIRED);
  }

  private HttpRequest.Builder request(String user, String token) {
    HttpRequest.Builder request = request("/api/test/caller");
    if (user != null) {
      request.header("X-User-ID", user);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private static HttpRequest.Builder inOrganization(HttpRequest.Builder request, String header) {
    return header == null ? request : request.header("X-Organization-ID", header);
  }
}
