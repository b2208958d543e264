package com.faultmaven.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.sessions.events.SessionTerminatedV1;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** Reading, changing, listing and ending. */
@ModuleTest
class SessionTest {

  private static final String SESSIONS = "/api/v1/sessions";

  @LocalServerPort private int port;
  @Autowired private ConfigurableApplicationContext context;
  private Api ada;
  private Answer opened;
  private String path;

  @BeforeEach
  void open() {
    ada = Api.on(port).asSomebody();
    opened =
        ada.post(SESSIONS, "{\"client_id\":\"c\",\"title\":\"A\",\"metadata\":{\"a\":1,\"b\":2}}")
            .is(201);
    path = opened.header("Location");
  }

  @Test
  void changesWhatAPatchNames() {
    Answer changed =
        ada.patch(
                path,
                "{\"title\":null,\"timeout_minutes\":60,\"metadata\":{\"a\":null,\"c\":{\"d\":3}}}")
            .is(200);

    assertThat(changed.at("/title").isNull()).isTrue();
    assertThat(changed.at("/metadata").toString()).isEqualTo("{\"b\":2,\"c\":{\"d\":3}}");
    assertThat(changed.at("/version").asInt()).isEqualTo(2);
    assertThat(Duration.between(time(changed, "/last_activity_at"), time(changed, "/expires_at")))
        .isEqualTo(Duration.ofHours(1));
    assertThat(ada.patch(path, "{\"metadata\":null}").is(200).at("/metadata").toString())
        .isEqualTo("{}");
  }

  @Test
  void changesInTheEarlierFormWhatIsNotNull() {
    Answer changed =
        ada.put(path, "{\"title\":null,\"status\":null,\"metadata\":{\"c\":3}}").is(200);
    assertThat(changed.text("/title")).isEqualTo("A");
    assertThat(changed.at("/metadata").toString()).isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
  }

  @Test
  void isNotOverwrittenByWhoHasSeenAnotherVersion() {
    Api seen = ada.with("If-Match", opened.header("ETag"));
    seen.patch(path, "{\"title\":\"B\"}").is(200);
    seen.patch(path, "{\"title\":\"C\"}").is(412, "VERSION_CONFLICT");
    seen.delete(path).is(412, "VERSION_CONFLICT");
  }

  @Test
  void hasAnotherTagButNoOtherVersionAfterActivity() {
    StoredSessions.change(
        opened.text("/session_id"), "last_activity_at = now() - interval '2 minutes'");
    Answer before = ada.get(path).is(200);
    ada.with("If-None-Match", before.header("ETag")).get(path).is(304);
    ada.post(path + "/heartbeat", "").is(200);

    ada.with("If-None-Match", before.header("ETag")).get(path).is(200);
    ada.with("If-Match", before.header("ETag")).patch(path, "{\"title\":\"B\"}").is(200);
  }

  @Test
  void keepsHavingNoTitleWhereNoneIsGiven() {
    ada.patch(path, "{\"title\":null}").is(200);

    assertThat(ada.put(path, "{\"title\":null}").is(200).at("/title").isNull()).isTrue();
  }

  @Test
  void livesToTheEndOfItsAgeOnceItIsPutAside() {
    Answer archived = ada.patch(path, "{\"status\":\"archived\"}").is(200);
    assertThat(Duration.between(time(archived, "/created_at"), time(archived, "/expires_at")))
        .isEqualTo(Duration.ofDays(7));
    ada.post(path + "/heartbeat", "").is(409, "SESSION_ARCHIVED");
    ada.put(path + "/heartbeat", "").is(409, "SESSION_ARCHIVED");
    Answer again = ada.patch(path, "{\"status\":\"active\"}").is(200);
    assertThat(again.text("/client_id")).isEqualTo("c");
    assertThat(Duration.between(time(again, "/last_activity_at"), time(again, "/expires_at")))
        .isEqualTo(Duration.ofHours(3));
  }

  @Test
  void isGoneForReadersWhenItsTimeHasComeSweptOrNot() {
    String id = opened.text("/session_id");
    StoredSessions.letEnd(id);
    assertThat(StoredSessions.isThere(id)).isTrue();
    for (Answer answer :
        List.of(
            ada.get(path),
            ada.get(path + "/cases"),
            ada.post(path + "/heartbeat", ""),
            ada.patch(path, "{\"title\":\"x\"}"),
            ada.delete(path))) {
      answer.is(404, "SESSION_NOT_FOUND");
    }
    assertThat(ada.get(SESSIONS).at("/total").asInt()).isZero();
  }

  @Test
  void endsWhenItsUserSaysSo() {
    try (RecordedEvents events = RecordedEvents.of(context)) {
      ada.delete(path).is(204);
      ada.delete(path).is(404, "SESSION_NOT_FOUND");
      assertThat(events.ofType(SessionTerminatedV1.class))
          .filteredOn(it -> it.aggregateId().equals(opened.text("/session_id")))
          .singleElement()
          .satisfies(it -> assertThat(it.payload().reason()).isEqualTo("requested"));
    }
  }

  @Test
  void isNoOneOfAnyOtherName() {
    for (String id : List.of("x", "session_1", "session_" + "G".repeat(32), "%F0%9F%94%A5")) {
      ada.get(SESSIONS + "/" + id).is(404, "SESSION_NOT_FOUND");
      ada.post(SESSIONS + "/" + id + "/heartbeat", "").is(404, "SESSION_NOT_FOUND");
    }
  }

  @Test
  void isListedByLatestActivityWithFiltersAndPages() {
    String second =
        ada.post(SESSIONS, "{\"session_type\":\"review\",\"title\":\"100% Checkout_x\"}")
            .text("/session_id");
    String third = ada.post(SESSIONS, "{\"client_id\":\"d\"}").text("/session_id");
    ada.patch(SESSIONS + "/" + third, "{\"status\":\"archived\"}").is(200);
    StoredSessions.change(
        opened.text("/session_id"), "last_activity_at = now() - interval '1 minute'");

    assertThat(ids("")).containsExactly(second, opened.text("/session_id"));
    assertThat(ids("?include_archived=true")).hasSize(3).startsWith(third);
    assertThat(ids("?session_type=review")).containsExactly(second);
    assertThat(ids("?usage_type=review")).containsExactly(second);
    assertThat(ids("?client_id=c")).containsExactly(opened.text("/session_id"));
    assertThat(ids("?q=100%25%20CHECK")).containsExactly(second);
    assertThat(ids("?q=heckout_y")).isEmpty();
    ada.get(SESSIONS + "?session_type=a&usage_type=b").is(400, "INVALID_PARAMETER");

    Answer first = ada.get(SESSIONS + "?limit=1").is(200);
    assertThat(first.at("/total").asInt()).isEqualTo(2);
    assertThat(first.at("/total_count").asInt()).isEqualTo(2);
    Answer next = ada.get(SESSIONS + "?limit=1&cursor=" + first.text("/next_cursor")).is(200);
    assertThat(next.at("/sessions/0/session_id").asString()).isEqualTo(opened.text("/session_id"));
    assertThat(next.at("/next_cursor").isMissingNode()).isTrue();
    ada.get(SESSIONS + "?limit=1&q=x&cursor=" + first.text("/next_cursor"))
        .is(400, "INVALID_PARAMETER");
  }

  @Test
  void isListedToItsUserAndToAdminsAlone() {
    String user = opened.text("/user_id");
    Api admin = Api.on(port).asSomebody().with("X-User-Roles", "[\"admin\"]");
    for (String list :
        List.of("/api/v1/users/" + user + "/sessions", SESSIONS + "?user_id=" + user)) {
      assertThat(ada.get(list).is(200).at("/total").asInt()).isEqualTo(1);
      assertThat(admin.get(list).is(200).at("/total").asInt()).isEqualTo(1);
      Api.on(port).asSomebody().get(list).is(404, "USER_NOT_FOUND");
    }
    assertThat(admin.get(SESSIONS).is(200).at("/total").asInt()).isZero();
  }

  private List<String> ids(String query) {
    return ada.get(SESSIONS + query).is(200).at("/sessions").values().stream()
        .map(session -> session.at("/session_id").asString())
        .toList();
  }

  private static OffsetDateTime time(Answer answer, String pointer) {
    return OffsetDateTime.parse(answer.text(pointer));
  }
}
