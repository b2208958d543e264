package com.faultmaven.database;

import static com.faultmaven.testing.BehindDatabaseProxy.PROXY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.Answer;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.BehindDatabaseProxy;
import com.faultmaven.testing.DatabaseProxy.Fault;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.testing.Together;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one request, one kind of work or one bad moment of the database can take from the rest. */
@BehindDatabaseProxy
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseLimitsTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  @LocalServerPort private int port;
  @Autowired private DataSource connections;

  @Autowired
  @Qualifier("requestConnections")
  private HikariDataSource requests;

  @Autowired
  @Qualifier("backgroundConnections")
  private HikariDataSource background;

  private Api api = Api.on(0);
  private String caseId = "";

  /** Does with a message what its content says. */
  @BeforeAll
  void prepareTheServer() {
    JdbcClient.create(TestDatabase.dataSource())
        .sql(
            """
            create function public.misbehave() returns trigger language plpgsql as $$
            begin
              if new.content = 'slow' then perform pg_sleep(5); end if;
              if new.content = 'killed' then perform pg_terminate_backend(pg_backend_pid()); end if;
              if new.content like 'SQL-%' then
                raise exception 'on demand' using errcode = substr(new.content, 5);
              end if;
              return new;
            end $$;
            create trigger misbehave before insert on messages.messages
              for each row when (new.content in ('slow', 'killed') or new.content like 'SQL-%')
              execute function public.misbehave();
            """)
        .update();
  }

  @AfterAll
  void restoreTheServer() {
    JdbcClient.create(TestDatabase.dataSource())
        .sql("drop function public.misbehave() cascade")
        .update();
  }

  @BeforeEach
  void openACase() {
    api = Api.on(port).asSomebody();
    caseId = api.post("/api/v2/cases", "{}").is(201).text("/case_id");
  }

  @Test
  void givesUpOnALockedRowAndServesOthersMeanwhile() throws SQLException {
    try (Connection other = TestDatabase.dataSource().getConnection()) {
      other.setAutoCommit(false);
      lock(other);

      Instant start = Instant.now();
      List<Answer> blocked =
          Together.run(6, n -> api.patch("/api/v2/cases/" + caseId, "{\"title\":\"t" + n + "\"}"));

      assertThat(blocked)
          .allSatisfy(answer -> answer.is(503, "SERVICE_UNAVAILABLE"))
          .allSatisfy(answer -> assertThat(answer.text("/detail")).contains("locked"))
          .allSatisfy(answer -> assertThat(answer.header("Retry-After")).isEqualTo("1"));
      assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
      Api.on(port).asSomebody().post("/api/v2/cases", "{}").is(201);
      api.get("/api/v2/cases/" + caseId).is(200);
      other.rollback();
    }
    api.patch("/api/v2/cases/" + caseId, "{\"title\":\"free\"}").is(200);
  }

  @ParameterizedTest
  @CsvSource({
    "slow, too long", "killed, at the moment", "SQL-25006, at the moment",
    "SQL-53100, at the moment", "SQL-40P01, locked", "SQL-55P03, locked"
  })
  void answersAFailureInsideInOneLine(String content, String detail, CapturedOutput output) {
    Answer plain = add(api, content).is(503, "SERVICE_UNAVAILABLE");
    Answer withKey =
        add(api.with("Idempotency-Key", "k-" + UUID.randomUUID()), content)
            .is(503, "SERVICE_UNAVAILABLE");

    assertThat(plain.text("/detail")).contains(detail);
    assertThat(withKey.text("/detail")).contains(detail);
    assertThat(output).doesNotContain("\tat ", " ERROR ");
    assertThat(output.getOut().lines().filter(line -> line.contains(plain.text("/correlation_id"))))
        .hasSize(1);
    add(api, "well").is(201);
  }

  @Test
  void losesNothingForEverToANetworkThatSwallowsUnderLoad() throws Exception {
    PROXY.breakBy(Fault.SWALLOW);
    CompletableFuture<List<Answer>> load =
        CompletableFuture.supplyAsync(
            () -> Together.run(40, n -> api.get("/api/v2/cases")), Thread::startVirtualThread);

    assertThat(api.get("/health/ready").is(503).text("/checks/database/status")).isEqualTo("error");
    api.get("/health/live").is(200);
    Instant end = Instant.now().plusSeconds(6);
    int scrapes = 0;
    while (Instant.now().isBefore(end)) {
      Instant start = Instant.now();
      api.get("/health").is(200);
      assertThat(api.get("/ready").is(503).text("/checks/database")).startsWith("the database ");
      Answer metrics = api.get("/metrics").is(200);
      assertThat(metrics.body()).contains("faultmaven_events_dead_letters{state=\"parked\"} NaN");
      assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(4));
      scrapes++;
    }
    PROXY.mend();

    assertThat(scrapes).isPositive();
    // those that waited until it was mended succeed
    assertThat(load.get(10, TimeUnit.SECONDS))
        .allSatisfy(answer -> assertThat(answer.status()).isIn(200, 503))
        .anySatisfy(answer -> answer.is(503));
    await()
        .atMost(Duration.ofSeconds(8))
        .until(
            () ->
                Together.run(20, n -> api.get("/api/v2/cases")).stream()
                    .allMatch(answer -> answer.status() == 200));
    await().atMost(Duration.ofSeconds(8)).until(() -> api.get("/ready").status() == 200);
    await()
        .atMost(Duration.ofSeconds(8))
        .until(() -> requests.getHikariPoolMXBean().getActiveConnections() == 0);
  }

  @Test
  void servesRequestsWhileTheRestHasAllItsConnections() throws SQLException {
    List<Connection> taken = takeAll(background);
    try {
      assertThat(taken).hasSizeBetween(1, 8);
      api.post("/api/v2/cases", "{\"title\":\"served\"}").is(201);
    } finally {
      giveBack(taken);
    }
  }

  @Test
  void goesOnInTheBackgroundWhileRequestsHaveAllTheirConnections() throws SQLException {
    List<Connection> taken = takeAll(requests);
    try {
      assertThat(taken).hasSize(10);
      api.get("/api/v2/cases").is(503, "SERVICE_UNAVAILABLE");
      api.get("/ready").is(200);
      try (Connection connection = connections.getConnection()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    } finally {
      giveBack(taken);
    }
    api.get("/api/v2/cases").is(200);
  }

  @Test
  void readsWhatIsCommittedWhateverTheServerWouldDo() throws SQLException {
    for (HikariDataSource pool : List.of(requests, background)) {
      assertThat(
              JdbcClient.create(pool)
                  .sql("show transaction_isolation")
                  .query(String.class)
                  .single())
          .isEqualTo("read committed");
    }
  }

  private Answer add(Api caller, String content) {
    return caller.post(
        "/api/v2/cases/" + caseId + "/messages",
        "{\"role\":\"user\",\"content\":\"" + content + "\"}");
  }

  private void lock(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement("select 1 from cases.cases where case_id = ? for update")) {
      statement.setString(1, caseId);
      statement.execute();
    }
  }

  /** Also those that jobs give back meanwhile: until there is none. */
  private static List<Connection> takeAll(HikariDataSource pool) throws SQLException {
    List<Connection> taken = new ArrayList<>();
    while (true) {
      try {
        taken.add(pool.getConnection());
      } catch (SQLTransientConnectionException none) {
        return taken;
      }
    }
  }

  private static void giveBack(List<Connection> taken) throws SQLException {
    for (Connection connection : taken) {
      connection.close();
    }
  }
}
