package com.faultmaven.web;

import static com.faultmaven.kernel.CommonProblem.AUTHENTICATION_REQUIRED;
import static com.faultmaven.kernel.CommonProblem.PERMISSION_DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Nobody stands in front: what headers say of a user is never read. */
@Import(SignedInHere.class)
@TestPropertySource(properties = "faultmaven.identity.mode=standalone")
class StandaloneTest extends WebTest {

  @Test
  void believesOwnTokens() {
    for (HttpRequest.Builder request :
        new HttpRequest.Builder[] {
          withToken("own.alice"),
          withToken("own.alice").header("X-User-ID", "bob").header("X-User-Roles", "admin"),
          withToken("own.alice").header("X-User-ID", "bob").header("X-User-ID", "eve, mallory")
        }) {
      JsonNode seen = json(send(request));

      assertThat(seen.path("user").asString()).isEqualTo("alice");
      assertThat(seen.path("roles").toString()).isEqualTo("[\"user\"]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dead.alice", "other.alice", ""})
  void asksForCredentialsThatAreGood(String token) {
    assertProblem(send(withToken(token).header("X-User-ID", "alice")), AUTHENTICATION_REQUIRED);
  }

  @Test
  void believesNoHeaderAboutAUser() {
    assertProblem(send(asAlice("/api/test/caller")), AUTHENTICATION_REQUIRED);
    assertThat(json(send(asAlice("/v1/services/greeting"))).path("user").asString())
        .isEqualTo("nobody");
  }

  @Test
  void actsForAnOrganizationOneIsAMemberOf() {
    JsonNode seen = json(send(withToken("own.alice").header("X-Organization-ID", "acme")));

    assertThat(seen.path("organization").asString()).isEqualTo("acme");
    assertThat(seen.path("organization_role").asString()).isEqualTo("member");
    assertProblem(
        send(withToken("own.bob").header("X-Organization-ID", "acme")), PERMISSION_DENIED);
  }

  private HttpRequest.Builder withToken(String token) {
    return request("/api/test/caller").header("Authorization", "Bearer " + token);
  }
}
