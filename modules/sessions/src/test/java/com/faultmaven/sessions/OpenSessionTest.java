package com.faultmaven.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.sessions.events.SessionCreatedV1;
import com.faultmaven.contracts.sessions.events.SessionExpiredV1;
import com.faultmaven.contracts.sessions.events.SessionTerminatedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.Together;
import com.faultmaven.testing.modules.ModuleTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

@ModuleTest
class OpenSessionTest {

  private static final String SESSIONS = "/api/v1/sessions";

  private final String user = "ada-" + UUID.randomUUID();

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private Api ada;

  @BeforeEach
  void connect() {
    ada = Api.on(port).as(user);
  }

  @Test
  void opensOneWithWhatIsSaidAndTheUsualForTheRest() {
    Answer opened =
        ada.post(SESSIONS, "{\"client_id\":\"c\",\"title\":\"Checkout\",\"metadata\":{\"a\":1}}")
            .is(201);

    assertThat(opened.header("Location")).isEqualTo(SESSIONS + "/" + opened.text("/session_id"));
    assertThat(opened.text("/session_id")).matches("session_[0-9a-f]{32}");
    assertThat(opened.text("/user_id")).isEqualTo(user);
    assertThat(opened.text("/session_type")).isEqualTo("troubleshooting");
    assertThat(opened.at("/timeout_minutes").asInt()).isEqualTo(180);
    assertThat(opened.at("/session_resumed").asBoolean()).isFalse();
    assertThat(opened.text("/message")).isEqualTo("Session created successfully");
    assertThat(ada.get(opened.header("Location")).is(200).text("/title")).isEqualTo("Checkout");
  }

  @Test
  void opensOneWithoutABodyAndWithNullsOnly() {
    Answer first = ada.send("POST", SESSIONS, null, "").is(201);
    Answer second =
        ada.post(
                SESSIONS,
                "{\"client_id\":null,\"session_type\":null,\"timeout_minutes\":null,"
                    + "\"title\":null,\"metadata\":null}")
            .is(201);
    assertThat(first.text("/session_id")).isNotEqualTo(second.text("/session_id"));
    assertThat(second.at("/client_id").isNull()).isTrue();
  }

  @Test
  void takesAnEmptyBodyThatIsCalledJson() {
    ada.send("POST", SESSIONS, "application/json", "").is(201);
  }

  @Test
  void resumesTheSessionOfTheClientAndTakesWhatIsGiven() {
    Answer opened = ada.post(SESSIONS, "{\"client_id\":\"c\",\"title\":\"One\"}").is(201);
    Answer resumed = ada.post(SESSIONS, "{\"client_id\":\"c\",\"metadata\":{\"b\":2}}").is(200);

    assertThat(resumed.text("/session_id")).isEqualTo(opened.text("/session_id"));
    assertThat(resumed.at("/session_resumed").asBoolean()).isTrue();
    assertThat(resumed.text("/message")).isEqualTo("Session resumed successfully");
    assertThat(resumed.text("/title")).isEqualTo("One");
    assertThat(resumed.at("/metadata/b").asInt()).isEqualTo(2);
    assertThat(resumed.header("Location")).isEmpty();
  }

  @Test
  void opensOneSessionHoweverManyAskAtOnce() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      List<Answer> answers = Together.run(8, _ -> ada.post(SESSIONS, "{\"client_id\":\"race\"}"));

      assertThat(answers.stream().map(answer -> answer.text("/session_id")).distinct()).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
      assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(7);
      assertThat(
              mine(
                  events.ofType(SessionCreatedV1.class).stream()
                      .map(it -> it.payload().userId())
                      .toList()))
          .isEqualTo(1);
    }
  }

  @Test
  void isNotSharedByUsersOrClients() {
    String id = ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(201).text("/session_id");
    Api bob = Api.on(port).asSomebody();
    bob.post(SESSIONS, "{\"client_id\":\"c\"}").is(201);
    ada.post(SESSIONS, "{\"client_id\":\"d\"}").is(201);

    for (String path : List.of("/" + id, "/" + id + "/cases")) {
      bob.get(SESSIONS + path).is(404, "SESSION_NOT_FOUND");
    }
    bob.post(SESSIONS + "/" + id + "/heartbeat", "").is(404, "SESSION_NOT_FOUND");
    bob.patch(SESSIONS + "/" + id, "{\"title\":\"mine\"}").is(404, "SESSION_NOT_FOUND");
    bob.delete(SESSIONS + "/" + id).is(404, "SESSION_NOT_FOUND");
  }

  @Test
  void endsTheOneLongestWithoutActivityWhereThereAreFifty() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      String oldest = ada.post(SESSIONS, "{}").is(201).text("/session_id");
      for (int n = 1; n < 50; n++) {
        ada.post(SESSIONS, "{}").is(201);
      }
      assertThat(ada.get(SESSIONS).at("/total").asInt()).isEqualTo(50);
      ada.post(SESSIONS, "{}").is(201);

      assertThat(ada.get(SESSIONS).at("/total").asInt()).isEqualTo(50);
      ada.get(SESSIONS + "/" + oldest).is(404, "SESSION_NOT_FOUND");
      assertThat(events.ofType(SessionTerminatedV1.class))
          .filteredOn(it -> it.payload().userId().equals(user))
          .singleElement()
          .satisfies(it -> assertThat(it.payload().sessionId()).isEqualTo(oldest))
          .satisfies(it -> assertThat(it.payload().reason()).isEqualTo("limit"));
    }
  }

  @Test
  void neverHasMoreThanFiftyHoweverManyAreOpenedAtOnce() {
    for (int n = 0; n < 46; n++) {
      ada.post(SESSIONS, "{}").is(201);
    }
    Together.run(8, _ -> ada.post(SESSIONS, "{}").is(201));
    assertThat(ada.get(SESSIONS).at("/total").asInt()).isEqualTo(50);
  }

  @Test
  void replacesOneThatHasEndedAndTellsSo() {
    String ended = ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(201).text("/session_id");
    StoredSessions.letEnd(ended);
    try (RecordedEvents events = RecordedEvents.of(context)) {
      Answer opened = ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(201);
      assertThat(opened.text("/session_id")).isNotEqualTo(ended);
      assertThat(events.ofType(SessionExpiredV1.class))
          .filteredOn(it -> it.payload().sessionId().equals(ended))
          .singleElement()
          .satisfies(it -> assertThat(it.payload().reason()).isEqualTo("idle"))
          .satisfies(it -> assertThat(it.aggregateVersion()).isEqualTo(2));
    }
  }

  @Test
  void doesNotResumeWhatWasPutAside() {
    String id = ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(201).text("/session_id");
    ada.patch(SESSIONS + "/" + id, "{\"status\":\"archived\"}").is(200);
    String other = ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(201).text("/session_id");

    Answer again = ada.patch(SESSIONS + "/" + id, "{\"status\":\"active\"}").is(200);
    assertThat(again.at("/client_id").isNull()).as("another one has its client").isTrue();
    assertThat(ada.post(SESSIONS, "{\"client_id\":\"c\"}").is(200).text("/session_id"))
        .isEqualTo(other);
  }

  @Test
  void isServedWithATrailingSlashWithoutARedirect() throws Exception {
    assertThat(sent("POST", "/api/v1/sessions/", user)).isEqualTo(201);
    assertThat(sent("GET", "/api/v1/sessions/?limit=5&offset=0", user)).isEqualTo(200);
    assertThat(ada.get(SESSIONS).at("/total").asInt()).isEqualTo(1);
    assertThat(sent("POST", "/api/v1/sessions/", null)).isEqualTo(401);
    assertThat(sent("GET", "/api/v1/sessions//", user)).isNotEqualTo(200);
  }

  /** The contract has no such address, so that its answers are held to nothing. */
  private int sent(String method, String path, @Nullable String caller) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(
                method,
                method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody())
            .header("Content-Type", "application/json");
    if (caller != null) {
      request.header("X-User-ID", caller);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
  }

  @Test
  void isOpenedForNobodyElse() {
    ada.post(SESSIONS + "?user_id=" + user, "{}").is(201);
    ada.post(SESSIONS + "?user_id=eve", "{}").is(400, "INVALID_PARAMETER");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timeout_minutes\":59} | /timeout_minutes:too_small",
        "{\"timeout_minutes\":481} | /timeout_minutes:too_large",
        "{\"client_id\":\"\"} | /client_id:too_short",
        "{\"title\":\" \"} | /title:blank",
        "{\"colour\":1} | /colour:unknown_property",
        "{\"session_type\":\"a\\u0000\"} | /session_type:invalid_characters",
      })
  void holdsWhatIsSaidToTheContract(String body, String violation) {
    assertThat(ada.post(SESSIONS, body).is(422, "VALIDATION_FAILED").violations())
        .contains(violation);
  }

  @Test
  void refusesLargeMetadata() {
    String large = "{\"metadata\":{\"a\":\"" + "x".repeat(17_000) + "\"}}";
    ada.post(SESSIONS, large).is(422, "VALIDATION_FAILED");
  }

  private int mine(List<String> users) {
    return (int) users.stream().filter(user::equals).count();
  }
}
