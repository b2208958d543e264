package com.faultmaven.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiesTest {

  private final Path data;
  private final Path other;
  private final Path file;

  CopiesTest(@TempDir Path temporary) {
    data = temporary.resolve("data");
    other = temporary.resolve("other");
    file = temporary.resolve("cases.backup");
  }

  @Test
  void bringBackWhatWasThereWhileTheDatabaseRuns() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      execute(database, "create table kept as select 'row' as name from generate_series(1, 50000)");

      Copies.backup(data, file);

      execute(database, "drop table kept");
    }
    Copies.restore(file, other);

    try (EmbeddedDatabase restored = EmbeddedDatabase.start(other)) {
      assertThat(count(restored)).isEqualTo(50_000);
    }
  }

  @Test
  void bringBackWhatWasThereWhenItDoesNotRun() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      execute(database, "create table kept as select 1 as name");
    }

    Copies.backup(data, file);
    Copies.restore(file, other);

    try (EmbeddedDatabase restored = EmbeddedDatabase.start(other)) {
      assertThat(count(restored)).isOne();
    }
  }

  /** Such as a secret under which something in the database is encrypted. */
  @Test
  void bringBackWhatOthersKeepBesideTheDatabase() throws Exception {
    EmbeddedDatabase.start(data).close();
    Files.writeString(data.resolve("secret"), "kept with it");
    Copies.backup(data, file);

    Copies.restore(file, other);

    assertThat(other.resolve("secret")).hasContent("kept with it");
    if (data.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      for (Path each : List.of(file, other.resolve("secret"))) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
            .isEqualTo("rw-------");
      }
    }
    assertThat(other.resolve("postgresql").resolve("beside")).doesNotExist();
    EmbeddedDatabase.start(other).close();

    Path third = Files.createDirectories(other.resolveSibling("third"));
    Files.writeString(third.resolve("secret"), "another");
    assertThatThrownBy(() -> Copies.restore(file, third)).isInstanceOf(UnusableDirectory.class);
    assertThat(third.resolve("secret")).hasContent("another");
    assertThat(third.resolve("postgresql")).doesNotExist();
  }

  /** What was read of the original after the copy is told from what the copy writes. */
  @Test
  void goOnInATimelineOfTheirOwn() throws Exception {
    String original;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data)) {
      original = timeline(database);
      Copies.backup(data, file);
    }
    Copies.restore(file, other);

    String first;
    try (EmbeddedDatabase restored = EmbeddedDatabase.start(other)) {
      first = timeline(restored);
      execute(restored, "create table kept as select 1 as name");
    }
    assertThat(first).isGreaterThan(original);

    Path again = other.resolveSibling("again.backup");
    Path third = other.resolveSibling("third");
    Copies.backup(other, again);
    Copies.restore(again, third);

    try (EmbeddedDatabase restored = EmbeddedDatabase.start(third)) {
      assertThat(timeline(restored)).isGreaterThan(first);
      assertThat(count(restored)).isOne();
    }
    assertThat(third.resolve("restoring")).doesNotExist();
  }

  @Test
  void replaceNeitherAFileNorADatabase() throws Exception {
    EmbeddedDatabase.start(data).close();
    Copies.backup(data, file);
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> Copies.backup(data, file)).isInstanceOf(UnusableDirectory.class);
    assertThatThrownBy(() -> Copies.restore(file, data)).isInstanceOf(UnusableDirectory.class);

    assertThat(file).hasBinaryContent(before);
    EmbeddedDatabase.start(data).close();
  }

  @Test
  void leaveNothingOfAFileThatIsNoBackup() throws Exception {
    Files.writeString(file, "no backup");

    assertThatThrownBy(() -> Copies.restore(file, other)).isInstanceOf(UnusableDirectory.class);

    assertThat(other.resolve("postgresql")).doesNotExist();
  }

  @Test
  void needADatabase() throws IOException {
    Files.createDirectories(data);

    assertThatThrownBy(() -> Copies.backup(data, file)).isInstanceOf(UnusableDirectory.class);

    assertThat(file).doesNotExist();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(EmbeddedDatabase database) throws SQLException {
    return Integer.parseInt(ask(database, "select count(*) from kept"));
  }

  private static String timeline(EmbeddedDatabase database) throws SQLException {
    return ask(database, "select left(pg_walfile_name(pg_current_wal_lsn()), 8)");
  }

  private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.getJdbcUrl(), "postgres", "");
  }
}
