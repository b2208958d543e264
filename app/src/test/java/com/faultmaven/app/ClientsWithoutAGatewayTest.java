package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The clients there are, call by call as they make them where nobody stands in front. */
@IntegrationTest
@TestPropertySource(
    properties = {
      "faultmaven.identity.mode=standalone",
      "faultmaven.passwords.cost=4",
      "faultmaven.cors.origins=https://dashboard.example.com"
    })
class ClientsWithoutAGatewayTest {

  private static final String PASSWORD = "the analytical engine weaves";
  private static final String SESSIONS = "/api/v1/sessions";
  private static final String CASES = "/api/v2/cases";

  private final String name = "client-" + UUID.randomUUID().toString().substring(0, 8);
  @LocalServerPort private int port;

  private Api anybody() {
    return Api.on(port);
  }

  private Answer register() {
    return anybody()
        .post(
            "/api/v1/auth/register",
            "{\"username\":\"%1$s\",\"email\":\"%1$s@example.com\",\"password\":\"%2$s\"}"
                .formatted(name, PASSWORD))
        .is(201);
  }

  private Api with(Answer tokens) {
    return anybody().with("Authorization", "Bearer " + tokens.text("/access_token"));
  }

  /** Its posts say where they are from, although its user lets it call any address. */
  @Test
  void extensionOpensACaseInTheSessionItResumes() {
    register();
    Api extension = anybody().with("Origin", "chrome-extension://nkcfgcbaihmcgnjkhgpjmhfmbopjdfgb");
    Answer tokens =
        extension
            .post(
                "/api/v1/auth/login",
                "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, PASSWORD))
            .is(200);
    Api signedIn = extension.with("Authorization", "Bearer " + tokens.text("/access_token"));
    String client =
        "{\"client_id\":\"b7c3\",\"session_type\":\"troubleshooting\",\"timeout_minutes\":180}";
    String session = signedIn.post(SESSIONS, client).is(201).text("/session_id");
    assertThat(signedIn.post(SESSIONS, client).is(200).text("/session_id")).isEqualTo(session);

    Api inSession = signedIn.with("X-Session-Id", session);
    Answer opened =
        inSession.post(CASES, "{\"title\":null,\"session_id\":\"%s\"}".formatted(session)).is(201);

    assertThat(opened.text("/session_id")).isEqualTo(session);
    assertThat(inSession.get(SESSIONS + "/" + session + "/cases").is(200).text("/cases/0/case_id"))
        .isEqualTo(opened.text("/case_id"));
    inSession.post(SESSIONS + "/" + session + "/heartbeat", "").is(200);
    inSession.instead("X-Session-Id", "session_of_nobody").get(CASES).is(200);
  }

  @Test
  void onlyWhatEndsIsAnnouncedAsEnding() {
    Api client = with(register());

    assertThat(client.get("/api/v1/cases").is(200).header("Deprecation")).isNotEmpty();
    for (String path : new String[] {CASES, SESSIONS, "/api/v1/auth/me", "/api/v1/services"}) {
      Answer answer = client.get(path).is(200);
      assertThat(answer.header("Deprecation") + answer.header("Sunset")).as(path).isEmpty();
    }
  }

  /** Nobody in front would say so. */
  @Test
  void eachUserSeesHowOftenItMayAsk() {
    Api client = with(register());

    assertThat(client.get(CASES).is(200).header("RateLimit-Policy"))
        .isEqualTo("\"user-reads\";q=600;w=60");
    assertThat(client.post(CASES, "{}").is(201).header("RateLimit-Policy"))
        .isEqualTo("\"user-writes\";q=120;w=60");
  }

  @Test
  void dashboardIsWhoItsTokenSaysWhateverItSendsBesideIt() {
    Answer tokens = register();
    Api dashboard =
        with(tokens)
            .with("Origin", "https://dashboard.example.com")
            .as("somebody")
            .as("somebody-else")
            .with("X-User-Roles", "user,admin");

    Answer me = dashboard.get("/api/v1/auth/me").is(200);

    assertThat(me.text("/user_id")).isEqualTo(tokens.text("/user/user_id"));
    assertThat(me.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    dashboard.post("/v1/auth/logout", "").is(200);
    Answer signedOut = dashboard.get("/api/v1/auth/me").is(401, "AUTHENTICATION_REQUIRED");
    assertThat(signedOut.header("Access-Control-Allow-Origin"))
        .isEqualTo("https://dashboard.example.com");
    assertThat(signedOut.header("Access-Control-Expose-Headers")).contains("X-Error-Code");
  }

  @Test
  void nobodyIsAnAdministratorBecauseAHeaderSaysSo() {
    register();
    Answer second =
        anybody()
            .post(
                "/api/v1/auth/register",
                "{\"username\":\"%1$s-2\",\"email\":\"%1$s-2@example.com\"}".formatted(name))
            .is(201);

    with(second)
        .with("X-User-Roles", "[\"admin\"]")
        .get("/api/v2/admin/dead-letters")
        .is(403, "PERMISSION_DENIED");
    anybody().as("user_agent").get(CASES).is(401, "AUTHENTICATION_REQUIRED");
  }

  @Test
  void agentOfSlackKeepsItsCredentialThoughAnAnswerIsLost() {
    String credential = register().text("/refresh_token");
    String grant =
        "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"%s\",\"client_id\":\"faultmaven-slack-agent\"}"
            .formatted(credential);
    anybody().post("/api/v1/auth/oauth/token", grant).is(200);

    Answer again = anybody().post("/api/v1/auth/oauth/token", grant).is(200);

    Answer opened = with(again).post(CASES, "{\"title\":null}").is(201);
    with(again).delete(opened.header("Location")).is(204);
    with(again)
        .post(opened.header("Location") + "/messages", "{\"content\":\"still there?\"}")
        .is(404, "CASE_NOT_FOUND");
  }
}
