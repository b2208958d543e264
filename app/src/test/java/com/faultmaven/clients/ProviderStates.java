package com.faultmaven.clients;

import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.StateChangeAction;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings about what an interaction takes for granted, as its user would. */
public final class ProviderStates {

  static final String VERSION_1_HAS_ENDED = "version 1 has ended";

  private static final String SESSIONS = "/api/v1/sessions";
  private static final String CASES = "/api/v2/cases";

  private final int port;
  private @Nullable RunningRequest running;

  ProviderStates(int port) {
    this.port = port;
  }

  @State("a case")
  public Map<String, Object> aCase(Map<String, Object> given) {
    return idOf(user(given).post(CASES, "{\"title\":\"Checkout is slow\"}"));
  }

  @State("a case with messages")
  public Map<String, Object> aCaseWithMessages(Map<String, Object> given) {
    Answer opened = user(given).post(CASES, "{}");
    int messages = Integer.parseInt(String.valueOf(given.get("messages")));
    for (int i = 1; i <= messages; i++) {
      user(given)
          .post(opened.header("Location") + "/messages", "{\"content\":\"message " + i + "\"}")
          .is(201);
    }
    return idOf(opened);
  }

  @State("a closed case")
  public Map<String, Object> aClosedCase(Map<String, Object> given) {
    Answer opened = user(given).post(CASES, "{}");
    user(given)
        .post(opened.header("Location") + "/status-changes", "{\"status\":\"closed\"}")
        .is(201);
    return idOf(opened);
  }

  @State("an archived case")
  public Map<String, Object> anArchivedCase(Map<String, Object> given) {
    Answer opened = user(given).post(CASES, "{}");
    user(given).put(opened.header("Location") + "/archive").is(204);
    return idOf(opened);
  }

  @State("a deleted case")
  public Map<String, Object> aDeletedCase(Map<String, Object> given) {
    Answer opened = user(given).post(CASES, "{}");
    user(given).delete(opened.header("Location")).is(204);
    return idOf(opened);
  }

  @State("a case opened with an idempotency key")
  public Map<String, Object> aCaseWithAKey(Map<String, Object> given) {
    return idOf(keyed(given).post(CASES, bodyOf(given)));
  }

  @State("a case of version 1 opened with an idempotency key")
  public Map<String, Object> aCaseOfVersion1WithAKey(Map<String, Object> given) {
    return idOf(keyed(given).post("/api/v1/cases", bodyOf(given)));
  }

  @State("a request with an idempotency key is running")
  public void aRequestIsRunning(Map<String, Object> given) throws SQLException {
    running = RunningRequest.of(() -> keyed(given).post(CASES, "{}"));
  }

  @State(
      value = "a request with an idempotency key is running",
      action = StateChangeAction.TEARDOWN)
  public void theRequestMayFinish() throws SQLException {
    if (running != null) {
      running.finish().is(201);
    }
  }

  @State("a session")
  public Map<String, Object> aSession(Map<String, Object> given) {
    Answer session = user(given).post(SESSIONS, "{\"client_id\":\"browser-7f3a\"}");
    return Map.of("session_id", session.text("/session_id"));
  }

  @State("a session with a case")
  public Map<String, Object> aSessionWithACase(Map<String, Object> given) {
    // not one that another interaction left
    anEndedSession(given);
    Map<String, Object> session = aSession(given);
    user(given)
        .post(
            CASES,
            "{\"title\":\"Checkout is slow\",\"session_id\":\"%s\"}"
                .formatted(session.get("session_id")))
        .is(201);
    return session;
  }

  @State("an ended session")
  public Map<String, Object> anEndedSession(Map<String, Object> given) {
    Map<String, Object> session = aSession(given);
    user(given).delete(SESSIONS + "/" + session.get("session_id")).is(204);
    return session;
  }

  @State("no session of the client")
  public void noSession(Map<String, Object> given) {
    anEndedSession(given);
  }

  /** Of another process than the one asked otherwise: the test chooses it. */
  @State(VERSION_1_HAS_ENDED)
  public void version1HasEnded() {}

  private Api user(Map<String, Object> given) {
    return Api.on(port).as(String.valueOf(given.get("user")));
  }

  private Api keyed(Map<String, Object> given) {
    return user(given).with("Idempotency-Key", String.valueOf(given.get("key")));
  }

  private static String bodyOf(Map<String, Object> given) {
    return String.valueOf(given.get("body"));
  }

  private static Map<String, Object> idOf(Answer opened) {
    return Map.of("case_id", opened.is(201).text("/case_id"));
  }
}
