package com.faultmaven.sessions;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.MovableClock;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What keeps a session alive, and what that costs. */
@ModuleTest
class ActivityTest {

  private static final String SESSIONS = "/api/v1/sessions";

  private final UserId user = new UserId("ada-" + UUID.randomUUID());
  private final Caller caller = new Caller(user, OrganizationId.DEFAULT, null, Set.of());

  @LocalServerPort private int port;
  @Autowired private SessionCommands commands;
  @Autowired private SessionProperties properties;
  @Autowired private SeenSessions seen;
  private Api ada;

  @BeforeEach
  void connect() {
    ada = Api.on(port).as(user.value());
  }

  @Test
  void isWrittenOnceForAHundredHeartbeatsInTenSeconds() {
    Session opened = open();
    MovableClock clock = new MovableClock(opened.createdAt().plusSeconds(31).toString());
    Heartbeats heartbeats = new Heartbeats(StoredSessions.DATABASE, clock, properties);
    Set<Instant> written = new HashSet<>();
    for (int n = 0; n < 100; n++) {
      clock.set(opened.createdAt().plusSeconds(31).plusMillis(n * 100L).toString());
      written.add(heartbeats.beat(opened.id(), caller).lastActivityAt());
    }
    assertThat(written).containsExactly(opened.createdAt().plusSeconds(31));
  }

  @Test
  void movesTheEndButNeverBeyondTheAge() {
    Session opened = open();
    Instant almostOld = opened.createdAt().plus(Duration.ofDays(7)).minusSeconds(600);
    StoredSessions.change(opened.id().value(), "expires_at = created_at + interval '7 days'");
    MovableClock clock = new MovableClock(almostOld.toString());
    Session alive =
        new Heartbeats(StoredSessions.DATABASE, clock, properties).beat(opened.id(), caller);

    assertThat(alive.lastActivityAt()).isEqualTo(almostOld);
    assertThat(alive.expiresAt()).isEqualTo(opened.createdAt().plus(Duration.ofDays(7)));
  }

  /** No index has what activity changes, so the table's pages alone are written. */
  @Test
  void touchesNoIndex() {
    List<Session> open = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      open.add(open());
    }
    SingleConnectionDataSource one = new SingleConnectionDataSource(TestDatabase.jdbcUrl(), true);
    try {
      JdbcClient database = JdbcClient.create(one);
      long[] before = updates(database);
      MovableClock clock = new MovableClock(Instant.now().toString());
      Heartbeats heartbeats = new Heartbeats(database, clock, properties);
      for (int round = 1; round <= 25; round++) {
        clock.set(Instant.now().plusSeconds(40L * round).toString());
        open.forEach(session -> heartbeats.beat(session.id(), caller));
      }
      long[] after = updates(database);
      // what other connections have changed before may be counted only now
      assertThat(after[1] - before[1])
          .as("heap-only of %s updates", after[0] - before[0])
          .isGreaterThanOrEqualTo(1000);
    } finally {
      one.destroy();
    }
  }

  private static long[] updates(JdbcClient database) {
    database.sql("select pg_stat_force_next_flush() is null").query(Boolean.class).single();
    return database
        .sql(
            """
            select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables
            where schemaname = 'sessions' and relname = 'sessions'
            """)
        .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
        .single();
  }

  @Test
  void isAnyRequestThatNamesTheSession() {
    String id = quiet();
    Instant before = lastActivity(id);
    ada.with("X-Session-Id", id).get("/api/v2/cases").is(200);
    seen.record();
    Instant after = lastActivity(id);
    assertThat(after).isAfter(before);

    StoredSessions.change(id, "last_activity_at = now() - interval '5 minutes'");
    ada.with("X-Session-Id", id).get("/api/v2/cases").is(200);
    seen.record();
    assertThat(lastActivity(id)).as("once in a minute").isBefore(after);
  }

  @Test
  void isNothingThatSomebodyElseSends() {
    String id = quiet();
    Instant before = lastActivity(id);
    Api.on(port).asSomebody().with("X-Session-Id", id).get(SESSIONS).is(200);
    seen.record();
    assertThat(lastActivity(id)).isEqualTo(before);
  }

  @Test
  void isNeverAnErrorWhateverIsCalledASession() {
    for (String sent :
        List.of("", "x", "session_" + "0".repeat(32), "'; drop table", "é".repeat(999))) {
      ada.with("X-Session-Id", URLEncoder.encode(sent, StandardCharsets.UTF_8))
          .get(SESSIONS)
          .is(200);
    }
    seen.record();
  }

  @Test
  void isRecordedAgainAfterAMinute() {
    String id = quiet();
    long[] nanos = {0};
    SeenSessions own =
        new SeenSessions(
            new Heartbeats(StoredSessions.DATABASE, Clock.systemUTC(), properties),
            Clock.systemUTC(),
            () -> nanos[0]);
    own.add(id, user);
    own.record();
    StoredSessions.change(id, "last_activity_at = now() - interval '5 minutes'");
    nanos[0] = Duration.ofSeconds(61).toNanos();
    own.add(id, user);
    own.record();
    assertThat(lastActivity(id)).isAfter(Instant.now().minusSeconds(60));
  }

  @Test
  void isACaseOpenedInTheSession() {
    String id = quiet();
    Instant before = lastActivity(id);
    Answer opened =
        ada.post("/api/v2/cases", "{\"title\":\"Slow\",\"session_id\":\"" + id + "\"}").is(201);
    await()
        .atMost(20, SECONDS)
        .until(() -> ada.get(SESSIONS + "/" + id).at("/case_count").asInt() == 1);
    assertThat(lastActivity(id)).isAfter(before);

    Answer cases = ada.get(SESSIONS + "/" + id + "/cases").is(200);
    assertThat(cases.texts("/cases", "case_id")).containsExactly(opened.text("/case_id"));
    assertThat(cases.at("/total").asInt()).isEqualTo(1);
    Api.on(port).asSomebody().post("/api/v2/cases", "{\"session_id\":\"" + id + "\"}").is(201);
    assertThat(ada.get(SESSIONS + "/" + id + "/cases").at("/total").asInt())
        .as("somebody else may call a case's session as they like")
        .isEqualTo(1);
  }

  private Session open() {
    return commands.open(NewSession.PLAIN, user).session();
  }

  /** A session in which nothing happened for ten minutes. */
  private String quiet() {
    String id = open().id().value();
    StoredSessions.change(id, "last_activity_at = now() - interval '10 minutes'");
    return id;
  }

  private Instant lastActivity(String id) {
    return Instant.parse(ada.get(SESSIONS + "/" + id).is(200).text("/last_activity_at"));
  }
}
