package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that says what did not come. */
class ReportTest {

  private final Path directory;

  ReportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void isMissedBeforeAnythingComes() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      ImportTest.fill(original, 3);
      Target target = new Target(directory);
      Files.createDirectory(directory.resolve("report.jsonl"));

      assertThat(
              List.of(
                  target.run("--from", original.address),
                  target.run("--dry-run", "--from", original.address),
                  target.run("--verify", "--from", original.address)))
          .extracting(Run::status, Run::said)
          .containsOnly(
              tuple(
                  65,
                  "The report cannot be written to %1$s: %1$s: Is a directory.\n"
                      .formatted(directory.resolve("report.jsonl"))));

      assertThat(target.count("cases.cases") + target.count("movingin.lanes")).isZero();
    }
  }

  @Test
  void staysAsItWasIfTheSourceCannotBeRead() throws SQLException, IOException {
    Target target = new Target(directory);
    Path report = Files.writeString(directory.resolve("report.jsonl"), "an earlier one");

    try (Connection another =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("notes.db"));
        Statement statement = another.createStatement()) {
      statement.execute("create table notes (id integer)");
    }

    for (String source : List.of("missing.db", "notes.db")) {
      Run run = target.run("--from", "sqlite:" + directory.resolve(source));

      assertThat(run.status()).as(run.said()).isEqualTo(65);
      assertThat(report).as(source).hasContent("an earlier one");
    }
  }
}
