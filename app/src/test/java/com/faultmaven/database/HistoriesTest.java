package com.faultmaven.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A copy of a migrated database for each test. */
@ExtendWith(OutputCaptureExtension.class)
class HistoriesTest {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final String MIGRATED = "histories_migrated";
  private static final String SPEAKING = "--logging.level.org.flywaydb.core=INFO";
  private static final String FLYWAY = "Successfully validated";

  private final String name = "histories_" + DATABASES.incrementAndGet();
  private final Connection connection;
  private final Statement statement;

  HistoriesTest() throws Exception {
    JdbcClient server = JdbcClient.create(TestDatabase.dataSource());
    if (server
        .sql("select from pg_database where datname = '" + MIGRATED + "'")
        .query()
        .listOfRows()
        .isEmpty()) {
      server.sql("create database " + MIGRATED).update();
      Migration.run(url(MIGRATED));
    }
    server.sql("create database " + name + " template " + MIGRATED).update();
    connection =
        DriverManager.getConnection(
            "jdbc:postgresql://localhost:" + TestDatabase.port() + "/" + name + "?user=postgres");
    statement = connection.createStatement();
  }

  @AfterEach
  void disconnect() throws Exception {
    connection.close();
  }

  @Test
  void needNothingOnceFlywayHasMigrated(CapturedOutput output) throws Exception {
    assertThat(histories().needNothing(statement)).isTrue();
    assertThat(histories().areComplete(statement)).isTrue();

    Migration.run(url(name), SPEAKING);

    assertThat(output).doesNotContain(FLYWAY);
  }

  @Test
  void needNothingWhereANewerVersionHasMigrated(CapturedOutput output) throws Exception {
    statement.execute(
        """
        insert into flyway_schema_history_tags
          (installed_rank, version, description, type, script, checksum, installed_by,
            execution_time, success)
        values (1000, '999', 'newer', 'SQL', 'V999__newer.sql', 1, 'postgres', 0, true)
        """);

    assertThat(histories().needNothing(statement)).isTrue();
    assertThat(histories().areComplete(statement)).isTrue();
    assertThat(Migration.obstacle(url(name))).isEmpty();
    Migration.run(url(name), SPEAKING);
    assertThat(output).doesNotContain(FLYWAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update flyway_schema_history_cases set checksum = checksum + 1 where version = '3'",
        "update flyway_schema_history_cases set checksum = null where version = '3'",
        "update flyway_schema_history_cases set success = false where version = '12'",
        "update flyway_schema_history_cases set type = 'DELETE' where version = '12'",
        "update flyway_schema_history_cases set version = '0', script = 'V0__x.sql' where version = '2'",
        "update flyway_schema_history set version = '1.5' where version = '1'",
        "insert into flyway_schema_history_tags select 1000, '0', 'older', 'SQL', 'V0__older.sql', 1,"
            + " 'postgres', now(), 0, true",
        "insert into flyway_schema_history_tags select 1000, '999', 'newer', 'SQL', 'V999__n.sql', 1,"
            + " 'postgres', now(), 0, false",
        "insert into flyway_schema_history_tags select 1000, null, 'again', 'SQL', 'R__again.sql', 1,"
            + " 'postgres', now(), 0, true",
      })
  void areLeftToFlywayIfTheyDifferInAnything(String change) throws Exception {
    assertThat(statement.executeUpdate(change)).isOne();

    assertThat(histories().needNothing(statement)).isFalse();
  }

  @Test
  void areMigratedIfTheLastStepOrAWholeModuleIsMissing(CapturedOutput output) throws Exception {
    statement.execute("drop schema sessions cascade");
    statement.execute("drop table flyway_schema_history_sessions");

    assertThat(histories().needNothing(statement)).isFalse();
    assertThat(histories().areComplete(statement)).isFalse();
    assertThat(Migration.obstacle(url(name)))
        .hasValueSatisfying(it -> assertThat(it).contains("lacks", "of sessions"));

    Migration.run(url(name), SPEAKING);

    assertThat(output).contains(FLYWAY);
    assertThat(histories().needNothing(statement)).isTrue();
    assertThat(Migration.obstacle(url(name))).isEmpty();
  }

  @Test
  void areNotCompleteWithoutAStepThatThisVersionBrings() throws Exception {
    statement.execute("delete from flyway_schema_history_cases where version = '12'");

    assertThat(histories().needNothing(statement)).isFalse();
    assertThat(histories().areComplete(statement)).isFalse();
  }

  @Test
  void areReportedByFlywayIfAScriptIsNotTheOneThatRan() throws Exception {
    statement.execute("update flyway_schema_history_cases set checksum = 1 where version = '3'");

    assertThatThrownBy(() -> Migration.run(url(name))).hasStackTraceContaining("checksum mismatch");
  }

  private static String url(String database) {
    return "--DATABASE_URL=postgresql://postgres@localhost:" + TestDatabase.port() + "/" + database;
  }

  private static Histories histories() throws Exception {
    return Histories.of(new PathMatchingResourcePatternResolver(), "flyway_schema_history");
  }
}
