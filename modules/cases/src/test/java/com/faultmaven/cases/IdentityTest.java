package com.faultmaven.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.modules.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who is calling, as the gateway says it, beside what others forge. */
@ModuleTest
class IdentityTest {

  private static final String CASES = "/api/v2/cases";

  @LocalServerPort private int port;
  private Api api;

  @BeforeEach
  void connect() {
    api = Api.on(port);
  }

  @Test
  void asksForIdentity() {
    Answer refused = api.get(CASES);

    refused.is(401, "AUTHENTICATION_REQUIRED");
    assertThat(refused.header("WWW-Authenticate")).isNotEmpty();
    api.as("").get(CASES).is(401, "AUTHENTICATION_REQUIRED");
    api.as("   ").get(CASES).is(401, "AUTHENTICATION_REQUIRED");
    api.post(CASES, "not even json").is(401, "AUTHENTICATION_REQUIRED");
    api.get("/api/v2/nothing").is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void refusesAForgedIdentityBesideTheTrueOne() {
    api.as("eve").as("ada").get(CASES).is(400, "CONFLICTING_IDENTITY");
    api.as("eve, ada").get(CASES).is(400, "CONFLICTING_IDENTITY");
  }

  @Test
  void takesTheSameIdentityTwice() {
    api.as("ada").as("ada").get(CASES).is(200);
    api.as("ada,ada").get(CASES).is(200);
  }

  @Test
  void boundsTheIdentity() {
    api.as("x".repeat(255)).get(CASES).is(200);
    Answer refused = api.as("x".repeat(300)).get(CASES);
    refused.is(400, "INVALID_PARAMETER");
    assertThat(refused.violations()).containsExactly("X-User-ID:invalid_format");
    api.as("ada lovelace").get(CASES).is(400, "INVALID_PARAMETER");
  }

  @Test
  void readsRolesFromTheGatewayAndTheDashboardAlike() {
    Api user = api.asSomebody();

    assertThat(seesOthers(user.with("X-User-Roles", "[\"user\",\"admin\"]"))).isTrue();
    assertThat(seesOthers(user.with("X-User-Roles", "user, Admin"))).isTrue();
    assertThat(seesOthers(user.with("X-User-Roles", "[\"user\"]"))).isFalse();
    assertThat(seesOthers(user.with("X-User-Roles", "[\"admin\""))).isFalse();
    assertThat(seesOthers(user)).isFalse();
  }

  @Test
  void takesContradictoryRolesForNone() {
    Api user = api.asSomebody().with("X-User-Roles", "[\"admin\"]");

    assertThat(seesOthers(user.with("X-User-Roles", "[\"user\"]"))).isFalse();
    assertThat(seesOthers(user.with("X-User-Roles", "[\"admin\"]"))).isTrue();
  }

  @Test
  void echoesASoundCorrelationIdAndReplacesAnyOther() {
    Api user = api.asSomebody();

    assertThat(user.with("X-Correlation-ID", "abc.DEF_12-3").get(CASES).header("X-Correlation-ID"))
        .isEqualTo("abc.DEF_12-3");
    for (String unsound : new String[] {"short", "has spaces in it", "x".repeat(129)}) {
      assertThat(user.with("X-Correlation-ID", unsound).get(CASES).header("X-Correlation-ID"))
          .isNotEqualTo(unsound)
          .matches("[A-Za-z0-9._-]{8,128}");
    }
  }

  @Test
  void showsBrowsersWhatTheyNeedToRead() {
    Answer preflight =
        api.with("Origin", "https://app.example.com")
            .with("Access-Control-Request-Method", "PATCH")
            .with("Access-Control-Request-Headers", "content-type,if-match,x-user-id")
            .send("OPTIONS", CASES, null, "");
    assertThat(preflight.status()).isEqualTo(200);
    assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH");

    Answer answer = api.asSomebody().with("Origin", "https://app.example.com").get(CASES).is(200);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(answer.header("Access-Control-Expose-Headers"))
        .contains("X-Correlation-ID", "X-Error-Code", "ETag", "Location", "Retry-After")
        .contains("Deprecation", "Sunset", "Link", "Idempotency-Replayed");
  }

  private boolean seesOthers(Api caller) {
    int status = caller.get("/api/v2/users/somebody-else/cases").status();
    assertThat(status).isIn(200, 404);
    return status == 200;
  }
}
