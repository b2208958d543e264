package com.faultmaven.clients;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.State;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.util.Map;
import java.util.UUID;

/** Brings about the accounts and sign-ins that interactions take for granted. */
public final class AccountStates {

  static final String EVERY_ACCOUNT_HAS_A_PASSWORD = "every account has a password";

  private static final String PASSWORD = "the analytical engine weaves";

  private final int port;

  AccountStates(int port) {
    this.port = port;
  }

  @State("a name nobody has")
  public Map<String, Object> aName() {
    return Map.of(
        "username",
        "client-" + UUID.randomUUID().toString().substring(0, 12),
        "password",
        PASSWORD);
  }

  @State("an account without a password")
  public void anAccountWithoutAPassword(Map<String, Object> given) {
    Answer made =
        anybody()
            .post(
                "/api/v1/auth/dev-register",
                "{\"username\":\"%s\"}".formatted(given.get("username")));
    assertThat(made.status()).as(made.body()).isIn(201, 409);
  }

  @State("somebody who has signed in")
  public Map<String, Object> signedIn() {
    Map<String, Object> named = aName();
    Answer tokens =
        anybody()
            .post(
                "/api/v1/auth/register",
                "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                    .formatted(named.get("username"), PASSWORD))
            .is(201);
    return Map.of(
        "username", tokens.text("/user/username"),
        "password", PASSWORD,
        "user_id", tokens.text("/user/user_id"),
        "session_id", tokens.text("/session_id"),
        "access_token", tokens.text("/access_token"),
        "refresh_token", tokens.text("/refresh_token"));
  }

  @State("somebody whose tokens were refreshed")
  public Map<String, Object> refreshed() {
    Map<String, Object> tokens = signedIn();
    anybody()
        .post(
            "/api/v1/auth/refresh",
            "{\"refresh_token\":\"%s\"}".formatted(tokens.get("refresh_token")))
        .is(200);
    return tokens;
  }

  @State("somebody who has signed out")
  public Map<String, Object> signedOut() {
    Map<String, Object> tokens = signedIn();
    anybody()
        .with("Authorization", "Bearer " + tokens.get("access_token"))
        .post("/api/v1/auth/logout", "{}")
        .is(200);
    return tokens;
  }

  @State("an organization of somebody else")
  public Map<String, Object> anOrganization() {
    Answer made =
        anybody()
            .with("Authorization", "Bearer " + signedIn().get("access_token"))
            .post(
                "/api/v1/organizations",
                "{\"name\":\"Acme\",\"slug\":\"%s\"}".formatted(aName().get("username")))
            .is(201);
    return Map.of("organization_id", made.text("/organization_id"));
  }

  @State("a service account")
  public Map<String, Object> aServiceAccount() {
    Answer made =
        anybody()
            .asSomebody()
            .with("X-User-Roles", "[\"admin\"]")
            .post(
                "/api/v1/admin/service-accounts",
                "{\"username\":\"%s\",\"display_name\":\"Slack\"}"
                    .formatted(aName().get("username")))
            .is(201);
    return Map.of("refresh_token", made.text("/refresh_token"));
  }

  /** Of another installation than the one asked otherwise: the test chooses it. */
  @State(EVERY_ACCOUNT_HAS_A_PASSWORD)
  public void everyAccountHasAPassword() {}

  private Api anybody() {
    return Api.on(port);
  }
}
