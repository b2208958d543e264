package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Target.Run;
import com.faultmaven.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes from the database of an original status service, and what becomes of it. */
class StatusImportTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static final String PAYMENTS = "a0000000-0000-4000-8000-000000000001";
  private static final String SEARCH = "a0000000-0000-4000-8000-000000000002";
  private static final String OVER = "b0000000-0000-4000-8000-000000000001";
  private static final String ACTIVE = "b0000000-0000-4000-8000-000000000002";

  /** The fourth fifty comes to nothing. */
  private static final String BREAKS =
      """
      create function status.breaks() returns trigger language plpgsql as $$
        begin
          if (select count(*) from status.incidents) > 175 then
            raise exception 'of the test';
          end if;
          return new;
        end $$
      """;

  private static final String BREAKS_AT =
      """
      create trigger breaks before insert on status.incidents
      for each row execute function status.breaks()
      """;

  private final Path directory;

  StatusImportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsIdsAndTimes(boolean sqlite) throws SQLException {
    try (Source source = source(sqlite)) {
      Target target = new Target(directory);
      Run run = target.run("--from", source.address);
      assertThat(run.said())
          .contains("Services: 2 new, 0 renewed, 0 unchanged, 0 left alone, 0 refused")
          .contains("Incidents: 2 new, 0 renewed, 0 unchanged, 0 left alone, 0 refused");
      assertThat(run.status()).isZero();

      assertThat(
              target.strings(
                  """
                  select concat_ws(' ', id, organization_id, title, severity, status,
                    started_at at time zone 'UTC', identified_at at time zone 'UTC',
                    resolved_at at time zone 'UTC', update_count, version, facts)
                  from status.incidents order by id
                  """))
          .containsExactly(
              OVER
                  + " default Outage high resolved 2026-03-01 10:00:00.123456 2026-03-01 10:30:00"
                  + " 2026-03-01 12:00:00 3 1 0",
              ACTIVE + " default Slow low investigating 2026-03-02 10:00:00 0 1 0");
      assertThat(
              target.strings(
                  "select seq || ' ' || status || ' ' || message from status.incident_updates order by seq"))
          .containsExactly("1 investigating We look.", "2 identified A disk.", "3 resolved Done.");
      assertThat(
              target.strings(
                  "select concat_ws(' ', name, told_condition, start_date) from status.services order by name"))
          .containsExactly(
              "Payments operational 2026-01-02", "Search degraded_performance 2026-01-02");
      assertThat(
              target.strings(
                  """
                  select impact || ' ' || extract(epoch from upper(during) - lower(during))::integer
                  from status.impacts where not upper_inf(during)
                  """))
          .containsExactly("partial_outage 7200");
      assertThat(target.strings("select event_type from events.event_log")).isEmpty();
      assertThat(target.run("--from", source.address, "--verify").status()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void comesAgainWhereItIsDifferentThereAndNobodyTouchedItHere(boolean sqlite) throws SQLException {
    try (Source source = source(sqlite)) {
      Target target = new Target(directory);
      target.run("--from", source.address);
      assertThat(target.run("--from", source.address).said())
          .contains("Services: 0 new, 0 renewed, 2 unchanged")
          .contains("Incidents: 0 new, 0 renewed, 2 unchanged");

      source.execute("update services set name = 'Payments 2' where name = 'Payments'");
      source.execute(
          "update incidents set status = 'resolved', resolved_at = '2026-03-02 11:00:00' where title = 'Slow'");
      assertThat(target.run("--from", source.address, "--verify").status()).isEqualTo(1);
      assertThat(target.run("--from", source.address).said())
          .contains("Services: 0 new, 1 renewed, 1 unchanged")
          .contains("Incidents: 0 new, 1 renewed, 1 unchanged");
      assertThat(target.strings("select told_condition from status.services"))
          .containsOnly("operational");

      target
          .jdbc
          .sql("update status.incidents set version = 2, facts = 1, title = 'Mine'")
          .update();
      target.jdbc.sql("delete from status.services where name = 'Search'").update();
      source.execute("update incidents set title = 'Theirs'");
      Run run = target.run("--from", source.address);
      assertThat(run.said())
          .contains("Services: 0 new, 0 renewed, 1 unchanged, 1 left alone, 0 refused")
          .contains("Incidents: 0 new, 0 renewed, 0 unchanged, 2 left alone, 0 refused");
      assertThat(target.strings("select distinct title from status.incidents"))
          .containsExactly("Mine");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void writesNothingForATry(boolean sqlite) throws SQLException {
    try (Source source = source(sqlite)) {
      Target target = new Target(directory);
      Run run = target.run("--from", source.address, "--dry-run");
      assertThat(run.said()).contains("Services: 2 new", "Incidents: 2 new");
      assertThat(run.status()).isZero();
      assertThat(target.strings("select id::text from status.services")).isEmpty();
      assertThat(target.strings("select id::text from movingin.status_rows")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void reportsWhatDoesNotCome(boolean sqlite) throws SQLException, IOException {
    try (Source source = source(sqlite)) {
      Target target = new Target(directory);
      target
          .jdbc
          .sql(
              """
              insert into status.services (id, organization_id, name, position, start_date, created_at,
                updated_at, told_condition, facts, version)
              values (gen_random_uuid(), 'default', 'Search', 0, '2026-01-01', now(), now(),
                'operational', 1, 1)
              """)
          .update();
      source.execute(
          "update services set description = '"
              + "long ".repeat(101)
              + "' where name = 'Payments'");
      source.execute("update incidents set resolved_at = null where title = 'Outage'");
      Run run = target.run("--from", source.address);
      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said())
          .contains("Services: 0 new, 0 renewed, 0 unchanged, 0 left alone, 2 refused")
          .contains("Incidents: 2 new");
      assertThat(Files.readString(run.report()))
          .contains("\"row\":\"service\"", "\"reason\":\"too_long\"", "\"reason\":\"taken\"")
          .contains("\"row\":\"service_incident\"", "\"reason\":\"unknown\"")
          .contains("\"field\":\"resolved_at\"", "\"outcome\":\"changed\"")
          .doesNotContain("long long");

      source.execute("update services set name = 'Search 2' where name = 'Search'");
      assertThat(target.run("--from", source.address, "--cut").said())
          .contains("Services: 2 new")
          .contains("Incidents: 0 new, 2 renewed");
    }
  }

  /** What came before is found again and stays; the rest comes. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void goesOnAfterItWasInterrupted(boolean sqlite) throws SQLException {
    try (Source source = source(sqlite)) {
      source.add(300);
      Target target = new Target(directory);
      target.jdbc.sql(BREAKS).update();
      target.jdbc.sql(BREAKS_AT).update();
      assertThat(target.run("--from", source.address, "--batch", "50").status()).isNotZero();
      assertThat(target.count("status.incidents")).isEqualTo(150);

      target.jdbc.sql("drop trigger breaks on status.incidents").update();
      Run run = target.run("--from", source.address, "--batch", "50");

      assertThat(run.status()).isZero();
      assertThat(run.said())
          .contains("Services: 0 new, 0 renewed, 2 unchanged")
          .contains("Incidents: 152 new, 0 renewed, 150 unchanged");
      Target whole = new Target(directory);
      whole.run("--from", source.address);
      assertThat(everything(target)).isEqualTo(everything(whole));
      assertThat(target.run("--from", source.address, "--verify").status()).isZero();
    }
  }

  private static String everything(Target target) {
    StringBuilder everything = new StringBuilder();
    for (String table :
        List.of("services", "incidents", "incident_services", "incident_updates", "impacts")) {
      everything.append(
          target.strings(
              "select md5(string_agg(t::text, '|' order by t::text)) from status." + table + " t"));
    }
    return everything.toString();
  }

  private Source source(boolean sqlite) throws SQLException {
    Source source = new Source(sqlite, directory);
    source.execute(
        "insert into services values (%s, 'Payments', null, %s, %s)"
            .formatted(source.id(PAYMENTS), "'2026-01-02 03:04:05'", "'2026-01-02 03:04:05'"));
    source.execute(
        "insert into services values (%s, 'Search', 'It finds.', %s, %s)"
            .formatted(source.id(SEARCH), "'2026-01-02 03:04:05'", "'2026-01-02 03:04:06'"));
    source.execute(
        "insert into incidents values (%s, 'Outage', 'All.', 'high', 'resolved', %s, %s, %s)"
            .formatted(
                source.id(OVER),
                "'2026-03-01 10:00:00.123456'",
                "'2026-03-01 12:00:00'",
                "'2026-03-01 12:00:00'"));
    source.execute(
        "insert into incidents values (%s, 'Slow', null, 'low', 'investigating', %s, %s, null)"
            .formatted(source.id(ACTIVE), "'2026-03-02 10:00:00'", "'2026-03-02 10:00:00'"));
    source.touch(PAYMENTS, OVER);
    source.touch(SEARCH, ACTIVE);
    source.say(3, "Done.", "resolved", "12:00:00");
    source.say(1, "We look.", "investigating", "10:10:00");
    source.say(2, "A disk.", "identified", "10:30:00");
    return source;
  }

  /** A database as the original makes it. */
  private static final class Source implements AutoCloseable {

    final String address;
    private final boolean sqlite;
    private final Connection connection;

    Source(boolean sqlite, Path directory) throws SQLException {
      this.sqlite = sqlite;
      String name = "opstatus_" + DATABASES.incrementAndGet();
      if (sqlite) {
        Path file = directory.resolve(name + ".db");
        address = "sqlite:" + file;
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      } else {
        JdbcClient.create(TestDatabase.dataSource()).sql("create database " + name).update();
        address = "postgresql://postgres@localhost:" + TestDatabase.port() + "/" + name;
        connection =
            DriverManager.getConnection(
                "jdbc:postgresql://localhost:"
                    + TestDatabase.port()
                    + "/"
                    + name
                    + "?user=postgres");
        execute("set time zone 'UTC'");
        execute("create type severity as enum ('critical', 'high', 'medium', 'low')");
        execute(
            "create type state as enum ('investigating', 'identified', 'monitoring', 'resolved')");
      }
      String uuid = sqlite ? "char(32)" : "uuid";
      String time = sqlite ? "datetime" : "timestamptz";
      String severity = sqlite ? "varchar(8)" : "severity";
      String state = sqlite ? "varchar(13)" : "state";
      execute(
          "create table services (id %1$s primary key, name varchar(100) unique, description text, created_at %2$s, updated_at %2$s)"
              .formatted(uuid, time));
      execute(
          "create table incidents (id %1$s primary key, title varchar(200), body text, severity %3$s, status %4$s, created_at %2$s, updated_at %2$s, resolved_at %2$s)"
              .formatted(uuid, time, severity, state));
      execute(
          "create table incident_updates (id %1$s primary key, incident_id %1$s, message text, status %3$s, created_at %2$s)"
              .formatted(uuid, time, state));
      execute(
          "create table service_incidents (service_id %1$s, incident_id %1$s, primary key (service_id, incident_id))"
              .formatted(uuid));
    }

    String id(String id) {
      return "'" + (sqlite ? id.replace("-", "") : id) + "'";
    }

    void touch(String service, String incident) throws SQLException {
      execute("insert into service_incidents values (" + id(service) + ", " + id(incident) + ")");
    }

    void say(int number, String message, String status, String time) throws SQLException {
      String id = id("c0000000-0000-4000-8000-00000000000" + number);
      execute(
          "insert into incident_updates values (%s, %s, '%s', '%s', '2026-03-01 %s')"
              .formatted(id, id(OVER), message, status, time));
    }

    /** Many incidents that are over, each with a word about it. */
    void add(int incidents) throws SQLException {
      connection.setAutoCommit(false);
      for (int n = 0; n < incidents; n++) {
        String id = String.format(Locale.ROOT, "d0000000-0000-4000-8000-%012x", n);
        execute(
            "insert into incidents values (%s, 'Old', null, 'low', 'resolved', %s, %s, %2$s)"
                .formatted(id(id), "'2026-01-03 10:00:00'", "'2026-01-03 11:00:00'"));
        execute(
            "insert into incident_updates values (%s, %s, 'Over.', 'resolved', '2026-01-03 11:00')"
                .formatted(id("e" + id.substring(1)), id(id)));
        touch(PAYMENTS, id);
      }
      connection.commit();
      connection.setAutoCommit(true);
    }

    void execute(String sql) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
