package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nobody stands in front of the process, it is killed, and nobody has to sign in again. */
class SignedInTest {

  private static final String ME = "/api/v1/auth/me";
  private static final String[] STANDALONE = {
    "faultmaven.identity.mode=standalone", "faultmaven.secret=" + UUID.randomUUID()
  };

  @Test
  void outlivesTheProcess() throws Exception {
    try (Database database = new Database()) {
      Instance first = database.newInstance(5, STANDALONE).awaitReady();
      JsonNode tokens =
          first
              .api()
              .answer(
                  "/api/v1/auth/register",
                  """
                  {"username":"grace","email":"grace@example.com",
                  "password":"nanoseconds of wire","client_id":"browser-1"}
                  """,
                  201);
      String access = tokens.at("/access_token").asString();
      String caseId = first.api().bearing(access).open("mine");
      first.kill();

      Instance second = database.newInstance(5, STANDALONE).awaitReady();
      Api grace = second.api().bearing(access);
      assertThat(grace.status("GET", ME, "")).isEqualTo(200);
      assertThat(grace.status("GET", "/api/v2/cases/" + caseId, "")).isEqualTo(200);
      assertThat(second.api().status("GET", ME, "")).as("by a header").isEqualTo(401);
      JsonNode fresh = second.api().answer("/api/v1/auth/refresh", sent(tokens), 200);
      String renewed = fresh.at("/access_token").asString();
      assertThat(second.api().bearing(renewed).status("POST", "/api/v1/auth/logout", "{}"))
          .isEqualTo(200);
      second.kill();

      Instance third = database.newInstance(5, STANDALONE).awaitReady();
      for (String token : new String[] {access, renewed}) {
        assertThat(third.api().bearing(token).status("GET", ME, "")).isEqualTo(401);
      }
      assertThat(third.api().status("POST", "/api/v1/auth/refresh", sent(fresh))).isEqualTo(401);
      System.out.printf(
          Locale.ROOT, "signed in before a kill and after it, and out before the next and after%n");
    }
  }

  private static String sent(JsonNode tokens) {
    return "{\"refresh_token\":\"" + tokens.at("/refresh_token").asString() + "\"}";
  }
}
