package com.faultmaven.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.contracts.sessions.events.SessionExpiredV1;
import com.faultmaven.contracts.sessions.events.SessionTerminatedV1;
import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.RecordedEvents;
import com.faultmaven.testing.modules.ModuleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How sessions end by themselves, and with their user. */
@ModuleTest
class SweepTest {

  private final UserId user = new UserId("ada-" + UUID.randomUUID());
  private final JdbcClient database = StoredSessions.DATABASE;

  @Autowired private SessionCommands commands;
  @Autowired private Sweep sweep;
  @Autowired private OwnedSessions owned;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ConfigurableApplicationContext context;

  @Test
  void endsWhatHasEndedOnceAndSaysWhy() {
    String idle = open();
    String old = open();
    String alive = open();
    StoredSessions.letEnd(idle);
    StoredSessions.change(
        old,
        "created_at = now() - interval '8 days', expires_at = now() - interval '1 day',"
            + " sweep_at = now() - interval '1 day'");
    try (RecordedEvents events = RecordedEvents.of(context)) {
      sweep.run();
      sweep.run();
      assertThat(events.ofType(SessionExpiredV1.class))
          .filteredOn(it -> it.payload().userId().equals(user.value()))
          .extracting(it -> it.aggregateId() + " " + it.payload().reason())
          .containsExactlyInAnyOrder(idle + " idle", old + " age");
    }
    assertThat(StoredSessions.isThere(idle)).isFalse();
    assertThat(StoredSessions.isThere(old)).isFalse();
    assertThat(StoredSessions.isThere(alive)).isTrue();
  }

  @Test
  void looksAgainAtWhatWasActiveWhenThatWouldEnd() {
    String active = open();
    StoredSessions.change(active, "sweep_at = now() - interval '1 second'");
    sweep.run();
    assertThat(
            database
                .sql("select sweep_at = expires_at from sessions.sessions where session_id = ?")
                .param(active)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void looksInTimeAtWhatWasGivenAShorterTime() {
    String id = open();
    commands.open(new NewSession(null, null, null, null, null), user);
    database
        .sql("update sessions.sessions set client_id = 'short' where session_id = ?")
        .param(id)
        .update();
    commands.open(new NewSession("short", null, 60, null, null), user);
    assertThat(
            database
                .sql("select sweep_at <= expires_at from sessions.sessions where session_id = ?")
                .param(id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void goesThroughBatches() {
    List<String> ended =
        database
            .sql(
                """
                insert into sessions.sessions
                select 'session_' || md5(random()::text || n), 1, :user, null, 't', null, 'active', 180,
                  '{}', 0, 1, now() - interval '1 day', now(), now() - interval '1 day',
                  now() - interval '1 hour', now() - interval '1 hour'
                from generate_series(1, 1200) n returning session_id
                """)
            .param("user", user.value())
            .query(String.class)
            .list();
    sweep.run();
    assertThat(
            database
                .sql("select count(*) from sessions.sessions where session_id = any(?)")
                .param((Object) ended.toArray(String[]::new))
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** A hundred thousand live sessions, of which some have ended. */
  @Test
  void readsNoTableFromEndToEnd() {
    TransactionTemplate undone =
        new TransactionTemplate(new JdbcTransactionManager(StoredSessions.SOURCE));
    undone.executeWithoutResult(
        status -> {
          database
              .sql(
                  """
                  insert into sessions.sessions
                  select 'session_' || md5('many' || n), 1, 'many-' || n % 5000, 'c' || n, 't', null,
                    'active', 180, '{}', 0, 1, now(), now(), now(),
                    now() + interval '3 hours', now() + n * interval '0.1 second' - interval '1 hour'
                  from generate_series(1, 100000) n
                  """)
              .update();
          database.sql("analyze sessions.sessions").update();
          for (String query :
              List.of(
                  Sweep.DUE.replace(":now", "now()").replace(":most", "500"),
                  "select * from sessions.sessions where user_id = 'many-7' and expires_at > now()",
                  "update sessions.sessions set sweep_at = expires_at where session_id = any(array"
                      + "(select 'session_' || md5('many' || n) from generate_series(1, 500) n))")) {
            assertThat(plan(query))
                .as(query)
                .contains("Index")
                .doesNotContain("Seq Scan on sessions");
          }
          status.setRollbackOnly();
        });
  }

  private String plan(String query) {
    return String.join("\n", database.sql("explain " + query).query(String.class).list());
  }

  @Test
  void endsWithTheUser() {
    open();
    open();
    StoredSessions.letEnd(open());
    UserId stayer = new UserId("stayer-" + UUID.randomUUID());
    commands.open(NewSession.PLAIN, stayer);
    try (RecordedEvents events = RecordedEvents.of(context)) {
      assertThat(erase(2)).isEqualTo(Erasure.SOME);
      assertThat(erase(2)).isEqualTo(Erasure.SOME);
      assertThat(erase(2)).isEqualTo(Erasure.NOTHING_LEFT);
      assertThat(events.ofType(SessionTerminatedV1.class))
          .filteredOn(it -> it.payload().userId().equals(user.value()))
          .hasSize(3)
          .allSatisfy(it -> assertThat(it.payload().reason()).isEqualTo("user_deleted"));
    }
  }

  private Erasure erase(int most) {
    return transaction.execute(status -> owned.eraseSome(user, most));
  }

  private String open() {
    return commands.open(NewSession.PLAIN, user).session().id().value();
  }
}
