package com.faultmaven.sessions.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.contracts.identity.events.AuthUserDeletedV1;
import com.faultmaven.contracts.identity.events.AuthUserDeletedV1Payload;
import com.faultmaven.contracts.sessions.events.SessionTerminatedV1;
import com.faultmaven.kernel.UserId;
import com.faultmaven.sessions.NewSession;
import com.faultmaven.sessions.SessionCommands;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.modules.ModuleTest;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions end with their user as soon as that is told. */
@ModuleTest
class SessionsOfDeletedUsersTest {

  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());
  private final UserId user = new UserId("leaver-" + UUID.randomUUID());
  private final UserId stayer = new UserId("stayer-" + UUID.randomUUID());

  @Autowired private SessionsOfDeletedUsers listener;
  @Autowired private SessionCommands commands;
  @Autowired private ConfigurableApplicationContext context;

  @Test
  void endTheirSessionsAndNobodyElses() {
    commands.open(NewSession.PLAIN, user);
    commands.open(NewSession.of("browser"), user);
    commands.open(NewSession.PLAIN, stayer);

    try (RecordedEvents events = RecordedEvents.of(context)) {
      listener.on(deletionOf(user));
      await().atMost(20, SECONDS).until(() -> sessionsOf(user) == 0);
      listener.on(deletionOf(user));

      assertThat(events.ofType(SessionTerminatedV1.class))
          .filteredOn(it -> it.payload().userId().equals(user.value()))
          .hasSize(2)
          .allSatisfy(it -> assertThat(it.payload().reason()).isEqualTo("user_deleted"));
    }
    assertThat(sessionsOf(stayer)).isOne();
  }

  private int sessionsOf(UserId whose) {
    return jdbc.sql("select count(*) from sessions.sessions where user_id = ?")
        .param(whose.value())
        .query(Integer.class)
        .single();
  }

  private static AuthUserDeletedV1 deletionOf(UserId user) {
    Instant now = Instant.parse("2026-03-14T09:26:53.589793Z");
    return new AuthUserDeletedV1(
        UUID.randomUUID(),
        AuthUserDeletedV1.EVENT_TYPE,
        AuthUserDeletedV1.SCHEMA_VERSION,
        now,
        "the-request-that-caused-it",
        user.value(),
        AuthUserDeletedV1.AGGREGATE_TYPE,
        2,
        new AuthUserDeletedV1Payload(user.value(), now));
  }
}
