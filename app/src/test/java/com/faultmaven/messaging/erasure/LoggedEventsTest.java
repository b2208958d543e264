package com.faultmaven.messaging.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.PersonalData.Erasure;
import com.faultmaven.kernel.UserId;
import com.faultmaven.testing.Api;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A log with many events of many users, of which one has a tenth. */
@IntegrationTest
class LoggedEventsTest {

  private static final int EVENTS = Integer.getInteger("faultmaven.redaction.events", 20_000);
  private static final UserId MANY = new UserId("redacted-0");
  private static final UserId MOVER = new UserId("mover-0");

  @LocalServerPort private int port;
  @Autowired private LoggedEvents logged;
  @Autowired private TransactionTemplate transactions;
  private final JdbcClient jdbc = JdbcClient.create(TestDatabase.dataSource());

  @BeforeAll
  static void logManyEvents() {
    for (String table : List.of("event_log", "event_log_archive")) {
      boolean log = table.equals("event_log");
      JdbcClient.create(TestDatabase.dataSource())
          .sql(
              """
              insert into events.%s (%s event_id, event_type, schema_version,
                aggregate_id, aggregate_version, occurred_at, correlation_id, payload %s)
              select %s gen_random_uuid(), 'case.status_changed', '1.0.0',
                'case_' || lpad(to_hex(n), 12, '0'), 1, now(), 'redaction-test', json_build_object(
                  'user_id', 'redacted-' || n %% 10, 'changed_by', 'mover-' || n %% 97,
                  'reason', 'words')%s
              from generate_series(1, ?) as n
              """
                  .formatted(
                      table,
                      log ? "" : "horizon, seq,",
                      log ? "" : ", archived_at",
                      log ? "" : "1, n,",
                      log ? "" : ", now()"))
          .param(EVENTS)
          .update();
      JdbcClient.create(TestDatabase.dataSource()).sql("analyze events." + table).update();
    }
  }

  @AfterAll
  static void removeThem() {
    JdbcClient database = JdbcClient.create(TestDatabase.dataSource());
    database.sql("delete from events.event_log where correlation_id = 'redaction-test'").update();
    database
        .sql("delete from events.event_log_archive where correlation_id = 'redaction-test'")
        .update();
  }

  static Stream<Arguments> names() {
    return Stream.of("event_log", "event_log_archive")
        .flatMap(table -> LoggedEvents.NAMES.stream().map(name -> Arguments.of(table, name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void areFoundInAnIndexInTheirOrder(String table, String name) {
    List<String> plan =
        jdbc.sql(
                "explain "
                    + LoggedEvents.FIND
                        .formatted("events." + table, name)
                        .replaceFirst("\\?", "'redacted-7'")
                        .replaceFirst("\\?", "100"))
            .query(String.class)
            .list();

    assertThat(plan)
        .anyMatch(line -> line.contains("Index Scan using " + table + "_by_"))
        .noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort"));
  }

  @Test
  void areRedactedWhereTheyStandWhileOthersReadThem() throws SQLException {
    List<String> places = places();
    Api service = Api.on(port).asSomebody().with("X-User-Roles", "service");
    String redacted = "select count(*) from events.%s where payload ->> 'user_id' = 'deleted-user'";

    Erasure erasure;
    do {
      erasure = step(MANY);
      service.get("/api/v2/events?limit=1&after=" + end(service)).is(200);
    } while (erasure == Erasure.SOME);
    step(MOVER);

    assertThat(erasure).isEqualTo(Erasure.NOTHING_LEFT);
    assertThat(places()).isEqualTo(places);
    for (String table : List.of("event_log", "event_log_archive")) {
      assertThat(jdbc.sql(redacted.formatted(table)).query(Integer.class).single())
          .isGreaterThanOrEqualTo(EVENTS / 10);
    }
    assertThat(
            jdbc.sql("select count(*) from events.event_log where payload ->> 'changed_by' = ?")
                .param(MOVER.value())
                .query(Integer.class)
                .single())
        .isLessThan(EVENTS / 97);
  }

  /** A redaction whose transaction stays open keeps nobody from reading what was there before. */
  @Test
  void canBeReadWhileTheirRedactionIsOpen() throws SQLException {
    try (Connection other = TestDatabase.dataSource().getConnection()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute(
            "select * from events.event_log where payload ->> 'user_id' = 'redacted-3' for update");
        statement.execute(
            "update events.event_log set payload = '{}' where payload ->> 'user_id' = 'redacted-3'");
        Integer readable =
            jdbc.sql("select count(*) from events.event_log where payload ->> 'user_id' = ?")
                .param("redacted-3")
                .query(Integer.class)
                .single();
        assertThat(readable).isEqualTo(EVENTS / 10);
      }
      other.rollback();
    }
  }

  private Erasure step(UserId user) {
    return transactions.execute(_ -> logged.eraseSome(user, 500));
  }

  private static String end(Api service) {
    return service.get("/api/v2/events?limit=1").is(200).text("/next_cursor");
  }

  private List<String> places() {
    return jdbc.sql(
            """
            select concat_ws(' ', horizon, seq, event_id, event_type, aggregate_id, occurred_at)
            from events.event_log where correlation_id = 'redaction-test' order by horizon, seq
            """)
        .query(String.class)
        .list();
  }

  /** Ids are distinguished whatever they are made of. */
  @ParameterizedTest
  @CsvSource({
    "ada, true",
    "ad, false",
    "da, false",
    "'a\"b', true",
    "'a\\b', true",
    "a.c, true",
    "a+c*(d)[e]^$|{2}, true",
    "axc, false"
  })
  void areDistinguishedByTheWholeName(String name, boolean there) {
    String values =
        """
        {"a":"ada","b":["a\\"b","a\\\\b"],"c":{"d":"a.c"},"axc":1,"e":"a+c*(d)[e]^$|{2}"}""";
    assertThat(matches(values, NameInText.asValue(new UserId(name)))).isEqualTo(there);
  }

  private boolean matches(String text, String expression) {
    return jdbc.sql("select ? ~ ?").params(text, expression).query(Boolean.class).single();
  }

  @Test
  void doNotNameWhoHasALongerName() {
    UserId user = new UserId("user-" + UUID.randomUUID());
    assertThat(matches("key (" + user + ") exists", NameInText.asWord(user))).isTrue();
    assertThat(matches("key (" + user + "1) exists", NameInText.asWord(user))).isFalse();
  }
}
