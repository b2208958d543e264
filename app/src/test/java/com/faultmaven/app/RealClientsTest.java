package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The clients there are, call by call as they make them. */
@IntegrationTest
class RealClientsTest {

  @LocalServerPort private int port;
  private String user = "";

  @BeforeEach
  void logIn() {
    user = "user-" + UUID.randomUUID();
  }

  /** The headers the gateway sets after checking the token. */
  private Api gateway() {
    return Api.on(port)
        .as(user)
        .with("X-User-Email", user + "@example.com")
        .with("X-User-Roles", "[\"user\"]")
        .with("X-Email-Verified", "true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/cases", "/api/v2/cases"})
  void gatewayIsNeverAnswered5xxForWhatAClientSends(String cases) {
    for (String body : List.of("{", "[]", "{\"title\":{}}", "{\"metadata\":7}", "\"\"", "")) {
      assertThat(gateway().send("POST", cases, "application/json", body).status()).isLessThan(500);
    }
    for (String query : List.of("?page=-1", "?limit=x", "?status=%F0%9F%94%A5", "?page_size=1e9")) {
      assertThat(gateway().get(cases + query).status()).isLessThan(500);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/cases", "/api/v2/cases"})
  void gatewayLetsAForgedIdentityArriveBesideTheTrueOne(String cases) {
    assertThat(Api.on(port).as("admin").as(user).get(cases).status()).isEqualTo(400);
    assertThat(Api.on(port).as(user).as(user).get(cases).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/cases", "/api/v2/cases"})
  void gatewayGetsNothingGzippedAndEachHeaderOnce(String cases) {
    gateway().post(cases, "{\"description\":\"" + "x".repeat(9_000) + "\"}").is(201);

    Answer answer = gateway().with("Accept-Encoding", "gzip, br").get(cases).is(200);

    assertThat(answer.header("Content-Encoding")).isEmpty();
    for (String name : List.of("Link", "Deprecation", "Sunset", "X-Correlation-ID", "ETag")) {
      assertThat(answer.response().headers().allValues(name)).as(name).hasSizeLessThanOrEqualTo(1);
    }
  }

  /** Unless an operator says so. */
  @Test
  void gatewayIsNotLimitedBesideItsOwnLimits() {
    for (Answer answer :
        List.of(gateway().get("/api/v2/cases"), gateway().post("/api/v2/cases", "{}"))) {
      assertThat(answer.header("RateLimit") + answer.header("RateLimit-Policy")).isEmpty();
    }
  }

  @Test
  void agentReadsTheModelItInsistsOnAndSendsWholeObjectsBack() {
    Answer created = gateway().post("/api/v2/cases", "{\"title\":\"from the agent\"}").is(201);
    assertThat(created.text("/case_id")).matches("^case_[a-f0-9]{12}$");
    assertThat(created.text("/organization_id")).hasSizeBetween(1, 255);
    assertThat(created.text("/status")).isIn("consulting", "investigating", "resolved", "closed");
    assertThat(created.text("/title")).hasSizeBetween(1, 200);

    Answer v1 = gateway().get("/api/v1/cases/" + created.text("/case_id")).is(200);
    Answer sentBack =
        gateway()
            .put(
                "/api/v1/cases/" + created.text("/case_id"),
                v1.body().replace("\"from the agent\"", "\"edited\""))
            .is(200);
    assertThat(sentBack.text("/title")).isEqualTo("edited");
    assertThat(sentBack.at("/created_at")).isEqualTo(v1.at("/created_at"));
  }

  @Test
  void extensionCreatesWithExplicitNullsAndRetriesWithItsKey() {
    Api extension = gateway().with("Idempotency-Key", UUID.randomUUID().toString());
    String nulls =
        """
        {"title":null,"description":null,"session_id":null,"severity":null,"category":null,
         "metadata":null,"tags":null,"initial_message":null}
        """;

    Answer first = extension.post("/api/v2/cases", nulls).is(201);
    Answer retried = extension.post("/api/v2/cases", nulls).is(201);

    assertThat(first.text("/title")).isNotBlank();
    assertThat(retried.text("/case_id")).isEqualTo(first.text("/case_id"));
    assertThat(gateway().get("/api/v2/cases").at("/cases").size()).isOne();
  }

  @Test
  void extensionReadsAHundredMessagesAtATimeAndStopsAtTheTotal() {
    String path = gateway().post("/api/v2/cases", "{}").is(201).header("Location") + "/messages";
    for (int i = 1; i <= 205; i++) {
      gateway().post(path, "{\"role\":\"user\",\"content\":\"" + i + "\"}").is(201);
    }

    List<String> read = new ArrayList<>();
    int total;
    do {
      Answer page = gateway().get(path + "?limit=100&offset=" + read.size()).is(200);
      total = page.at("/total").asInt();
      read.addAll(page.at("/messages").findValuesAsString("content"));
    } while (read.size() < total);

    assertThat(read).hasSize(205).doesNotHaveDuplicates().startsWith("1", "2").endsWith("205");
  }

  @Test
  void extensionShowsTheDetailOfAnErrorAndReadsItsCode() {
    Answer refused = gateway().post("/api/v2/cases", "{\"severity\":\"urgent\"}").is(422);

    assertThat(refused.at("/detail").isString()).isTrue();
    assertThat(refused.header("x-error-code")).isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void slackAgentCreatesWithoutATitleAndForgetsACaseThatIsGone() {
    Answer created = gateway().post("/api/v2/cases", "{\"title\": null}").is(201);
    gateway().delete(created.header("Location")).is(204);

    gateway()
        .post(created.header("Location") + "/messages", "{\"content\":\"still there?\"}")
        .is(404, "CASE_NOT_FOUND");
  }

  @Test
  void slackAgentTellsConflictsApartByTheirCode() {
    String closed = gateway().post("/api/v2/cases", "{}").is(201).header("Location");
    gateway().post(closed + "/status-changes", "{\"status\":\"closed\"}").is(201);
    String archived = gateway().post("/api/v2/cases", "{}").is(201).header("Location");
    gateway().put(archived + "/archive").is(204);

    gateway().post(closed + "/messages", "{\"content\":\"x\"}").is(409, "CASE_CLOSED");
    gateway().post(archived + "/messages", "{\"content\":\"x\"}").is(409, "CASE_ARCHIVED");
    gateway()
        .post(closed + "/status-changes", "{\"status\":\"resolved\"}")
        .is(409, "ILLEGAL_STATUS_CHANGE");
  }

  @Test
  void everybodyFindsTheMigrationGuideWhereTheLinksPoint() {
    String link = gateway().get("/api/v1/cases").is(200).header("Link");
    assertThat(link).contains("</docs/migrating-v1-to-v2>; rel=\"deprecation\"");

    Answer guide = Api.on(port).get("/docs/migrating-v1-to-v2").is(200);

    assertThat(guide.header("Content-Type")).startsWith("text/markdown");
    assertThat(guide.body()).contains("/api/v1/cases").contains("/api/v2/cases").contains("410");
  }
}
