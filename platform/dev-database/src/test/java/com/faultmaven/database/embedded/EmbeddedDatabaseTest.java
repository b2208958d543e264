package com.faultmaven.database.embedded;

import static java.nio.file.attribute.PosixFilePermission.GROUP_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private final Path temporary;

  EmbeddedDatabaseTest(@TempDir Path temporary) {
    this.temporary = temporary;
  }

  @AfterEach
  void leaveNothingRunning() throws IOException {
    postmaster().stop();
  }

  @Test
  void keepsWhatWasCommittedWhenItsProcessIsKilled() throws Exception {
    ProcessHandle orphan;
    try (OtherJvm other = OtherJvm.storingARowIn(directory())) {
      other.kill();
      orphan = postmaster().process().orElseThrow();
      assertThat(orphan.isAlive()).isTrue();
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "select name from survivor")).containsExactly("row");
      assertThat(postmaster().process()).isPresent().get().isNotEqualTo(orphan);
    }

    assertThat(postmaster().process()).isEmpty();
  }

  @Test
  void endsTheApplicationInWordsWhenItEndsByItself() throws Exception {
    try (OtherJvm other = OtherJvm.storingARowIn(directory())) {
      postmaster().process().orElseThrow().destroyForcibly();

      assertThat(other.rest())
          .containsOnlyOnce("The embedded PostgreSQL has ended, so this application ends too.")
          .contains("postgresql.log");
      assertThat(other.exitValue()).isEqualTo(1);
    }

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "select name from survivor")).containsExactly("row");
    }
  }

  @Test
  void refusesADirectoryAnotherProcessUses() throws Exception {
    try (OtherJvm other = OtherJvm.storingARowIn(directory())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory()))
          .isInstanceOf(UnusableDirectory.class)
          .hasMessageContaining(directory().toString())
          .hasMessageContaining("process " + other.pid());
      assertThat(postmaster().process()).as("left alone").isPresent();
    }
  }

  @Test
  void refusesADirectoryThisProcessUsesAndDoesNotLetItGo() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(directory()))
          .isInstanceOf(UnusableDirectory.class);

      assertThatThrownBy(() -> OtherJvm.storingARowIn(directory()))
          .hasMessageContaining("is in use by a running application");
      assertThat(query(database, "select 1")).containsExactly("1");
    }
  }

  @Test
  void startsOverWhenItsFirstStartWasCutShort() throws Exception {
    Files.createDirectories(directory().resolve("postgresql/base"));
    Files.writeString(directory().resolve("postgresql/postgresql.conf"), "# half of it");
    Files.createFile(directory().resolve("unfinished"));

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "select 1")).containsExactly("1");
      assertThat(directory().resolve("unfinished")).doesNotExist();
    }
  }

  @Test
  void startsWhenTheProcessIdInItsFileBelongsToSomebodyElse() throws Exception {
    EmbeddedDatabase.start(directory()).close();
    Files.writeString(
        directory().resolve("postgresql/postmaster.pid"),
        ProcessHandle.current().pid() + "\n" + directory() + "\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "select 1")).containsExactly("1");
    }
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    Files.createDirectories(directory().resolve("postgresql"));
    Files.writeString(directory().resolve("postgresql/PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(directory()))
        .isInstanceOf(UnusableDirectory.class)
        .hasMessageContaining("PostgreSQL 17");
  }

  @Test
  void isDurableLocalSmallAndTheVersionItSays() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "show fsync")).containsExactly("on");
      assertThat(query(database, "show synchronous_commit")).containsExactly("on");
      assertThat(query(database, "show full_page_writes")).containsExactly("on");
      assertThat(query(database, "show listen_addresses")).containsExactly("localhost");
      assertThat(query(database, "show unix_socket_directories")).containsExactly("");
      assertThat(query(database, "show shared_buffers")).containsExactly("64MB");
      assertThat(query(database, "show server_version").getFirst())
          .startsWith(EmbeddedDatabase.MAJOR_VERSION + ".");
    }
  }

  @Test
  void isReadableForItsOwnerOnly() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(directory())) {
      assertThat(query(database, "select 1")).isNotEmpty();
      for (String name : List.of("", "postgresql", "binaries")) {
        assertThat(Files.getPosixFilePermissions(directory().resolve(name)))
            .as(name)
            .doesNotContain(OTHERS_EXECUTE, GROUP_EXECUTE, OTHERS_READ, GROUP_READ);
      }
    }
  }

  private Path directory() {
    return temporary.resolve("data");
  }

  private Postmaster postmaster() throws IOException {
    return new Postmaster(temporary.toRealPath().resolve("data/postgresql"));
  }

  private static List<String> query(EmbeddedDatabase database, String sql) throws Exception {
    try (Connection connection = OtherJvm.connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }
}
