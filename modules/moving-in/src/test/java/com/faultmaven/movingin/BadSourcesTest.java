package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import com.faultmaven.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with a source costs a row and nothing else, and is said. */
class BadSourcesTest {

  private static final String GOOD = "case_00000000000a";
  private static final String BAD = "case_00000000000b";

  private final Path directory;

  BadSourcesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "status = 'PONDERING' ; status ; unknown",
        "status = cast(x'41C3' as text) ; status ; encoding",
        "metadata = '{\"a\": ' ; metadata ; no_json",
        "metadata = '[1]' ; metadata ; no_object",
        "metadata = '{\"a\": \"\\u0000\"}' ; metadata ; nul",
        "metadata = '{\"a\": \"\\ud800\"}' ; metadata ; encoding",
        "metadata = '{\"a\": 1.5e999999}' ; metadata ; number",
        "metadata = '{\"a\": \"' || hex(zeroblob(600000)) || '\"}' ; metadata ; too_long",
        "tags = '[1]' ; tags ; no_texts",
        "tags = '[\"' || hex(zeroblob(26)) || '\"]' ; tags ; too_long",
        "tags = '[' || substr(replace(hex(zeroblob(51)), '00', ',\"a\"'), 2) || ']' ; tags ; too_many",
        "title = hex(zeroblob(101)) ; title ; too_long",
        "title = cast(x'E9E9' as text) ; title ; encoding",
        "title = cast(x'610062' as text) ; title ; nul",
        "description = hex(zeroblob(5001)) ; description ; too_long",
        "session_id = hex(zeroblob(51)) ; session_id ; too_long",
        "user_id = 'ada, bob' ; user_id ; no_name",
        "user_id = '' ; user_id ; no_name",
        "created_at = 'yesterday' ; created_at ; no_time",
        "created_at = '2025-02-30 00:00:00' ; created_at ; no_time",
        "created_at = '1969-12-31 23:59:59' ; created_at ; too_early",
        "updated_at = '9998-01-01 00:00:00' ; updated_at ; in_the_future",
      })
  void refusesARowThatCannotBeTakenOver(String flaw, String field, String reason)
      throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      original.addCase(GOOD, "ada", "Good");
      original.addCase(BAD, "grace", "Secret words");
      original.execute("update cases set " + flaw + " where case_id = '" + BAD + "'");
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.status()).as(run.said()).isEqualTo(1);
      assertThat(run.said()).contains("1 new, 0 renewed, 0 unchanged, 0 left alone, 1 refused");
      assertThat(target.strings("select case_id from cases.cases")).containsExactly(GOOD);
      assertThat(Files.readString(run.report()))
          .contains("\"id\":\"" + BAD + "\"")
          .contains("\"outcome\":\"refused\"")
          .contains("\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"")
          .doesNotContain("Secret", "grace");
      original.execute("delete from cases where case_id = '" + BAD + "'");
      original.addCase(BAD, "ada", "Corrected");
      assertThat(target.run("--from", original.address).status()).isZero();
      assertThat(target.count("cases.cases")).isEqualTo(2);
    }
  }

  @Test
  void cutsWhatIsTooLongIfThatIsWanted() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      original.addCase(BAD, "ada", "Bad");
      original.execute(
          "update cases set title = hex(zeroblob(101)), description = hex(zeroblob(300000))");
      Target target = new Target(directory);

      Run run = target.run("--from", original.address, "--cut");

      assertThat(run.status()).as(run.said()).isZero();
      assertThat(target.strings("select length(title) || right(title, 1) from cases.cases"))
          .containsExactly("200…");
      assertThat(target.strings("select length(description)::text from cases.cases"))
          .containsExactly("10000");
      assertThat(Files.readString(run.report())).contains("\"outcome\":\"changed\"", "\"cut\"");
    }
  }

  /** The original stores a blank title, and cannot show the case any more. */
  @Test
  void callsACaseWithoutATitleByItsId() throws SQLException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      original.addCase(BAD, "ada", " ");
      Target target = new Target(directory);

      assertThat(target.run("--from", original.address).status()).isZero();

      assertThat(target.strings("select title from cases.cases")).containsExactly(BAD);
    }
  }

  @Test
  void refusesIdsThatComeTwiceOrAreNone() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      original.execute("create table copy as select * from cases");
      original.execute("drop table cases");
      original.execute("alter table copy rename to cases");
      for (int row = 0; row < 30; row++) {
        original.addCase(GOOD, "ada", "Same " + row);
      }
      original.addCase("case_00000000000c", "ada", "Other");
      original.addCase("CASE_00000000000C", "ada", "Other");
      original.addCase("case_00000000000d", "ada", "Two");
      original.addCase("case_00000000000d", "ada", "Two");
      original.execute("update cases set case_id = null where title = 'Same 1'");
      Target target = new Target(directory);

      Run run = target.run("--from", original.address, "--batch", "3");

      assertThat(run.status()).isEqualTo(1);
      assertThat(target.strings("select case_id from cases.cases"))
          .containsExactly("case_00000000000c");
      assertThat(run.said()).contains("1 new").contains("2 refused");
      assertThat(Files.readAllLines(run.report())).hasSize(4);
      assertThat(Files.readString(run.report()))
          .contains("\"id\":\"null\"", "CASE_00000000000C", "\"reason\":\"form\"");
    }
  }

  @Test
  void leavesACaseAloneThatWasOpenedHere() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_1, directory);
        Original other = new Original(Form.SQLITE_1, directory)) {
      original.addCase(GOOD, "ada", "There");
      other.addCase(GOOD, "bob", "Here");
      Target target = new Target(directory);
      target.run("--from", other.address);
      target.jdbc.sql("delete from movingin.cases").update();

      Run run = target.run("--from", original.address);

      assertThat(target.strings("select title from cases.cases")).containsExactly("Here");
      assertThat(Files.readString(run.report())).contains("\"reason\":\"taken\"");
    }
  }

  @Test
  void refusesMessagesOneByOne() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      original.addCase(GOOD, "ada", "Good");
      String at = "2025-01-02 04:00:00";
      original.addMessage("msg_0000000000000001", GOOD, "user", "first", at);
      original.addMessage("msg_0000000000000002", GOOD, "robot", "secret", at);
      original.addMessage("msg_0000000000000003", GOOD, "user", " \n", at);
      original.addMessage("msg_0000000000000004", GOOD, "user", "x".repeat(50_001), at);
      original.addMessage("msg_0000000000000005", GOOD, "user", "x".repeat(500_000), at);
      original.addMessage("msg_0000000000000006", GOOD, "user", "a\0b", at);
      original.addMessage("msg_0000000000000007", GOOD, "user", "when", "someday");
      original.addMessage("1", GOOD, "user", "of another form", "2025-01-02 05:00:00");
      original.addMessage("msg_0000000000000009", "case_ffffffffffff", "user", "orphan", at);
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said()).contains("1 new, 0 renewed, 0 unchanged, 0 left alone, 0 refused; 2");
      assertThat(
              target.strings(
                  "select turn_number || ' ' || content from messages.messages order by turn_number"))
          .containsExactly("1 first", "2 of another form");
      assertThat(target.theCase(GOOD)).containsEntry("message_count", 2);
      String report = Files.readString(run.report());
      assertThat(report).doesNotContain("secret");
      assertThat(report.lines())
          .extracting(line -> line.replaceAll(".*\"reason\":\"(\\w+)\".*", "$1"))
          .containsExactlyInAnyOrder(
              "unknown", "blank", "too_long", "too_long", "nul", "no_time", "form", "orphan");
      assertThat(target.run("--from", original.address).said()).contains("1 unchanged");
      assertThat(target.run("--from", original.address, "--verify").status()).isZero();
    }
  }

  /** The rest of its batch comes nevertheless. */
  @Test
  void refusesACaseThatOnlyTheDatabaseRefuses() throws SQLException, IOException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      original.execute("create table copy as select * from case_messages");
      original.execute("drop table case_messages");
      original.execute("alter table copy rename to case_messages");
      for (int number = 0; number < 8; number++) {
        String id = "case_00000000000" + number;
        original.addCase(id, "ada", "Number " + number);
        original.addMessage(
            "msg_000000000000000" + number % 7, id, "user", "said", "2025-01-02 04:00:00");
      }
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.said()).contains("7 new").contains("1 refused");
      assertThat(target.count("cases.cases")).isEqualTo(7);
      assertThat(Files.readString(run.report()))
          .contains("case_000000000007", "It breaks messages_pkey.");
    }
  }

  @Test
  void bringsAConversationOfAHundredThousandMessages() throws SQLException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      original.addCase(GOOD, "ada", "Long");
      original.execute(
          """
          with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000)
          insert into case_messages (message_id, case_id, role, content, "timestamp")
          select printf('msg_%016x', 1000000 - i), 'case_00000000000a', 'user', 'Turn ' || i,
            '2025-01-02 04:00:00' from n
          """);
      Target target = new Target(directory);

      assertThat(target.run("--from", original.address).status()).isZero();

      assertThat(target.theCase(GOOD)).containsEntry("message_count", 100_000);
      assertThat(
              target.strings(
                  "select count(*)::text from messages.messages where content = 'Turn ' || turn_number"))
          .containsExactly("100000");
    }
  }

  @Test
  void readsAFileInUtf16() throws SQLException {
    Path file = directory.resolve("wide.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("pragma encoding = 'UTF-16'");
      statement.execute(
          "create table cases (case_id text primary key, user_id text, title text, status text,"
              + " created_at text)");
      statement.execute(
          "insert into cases values ('case_00000000000a', 'ada', 'Überlauf 😀', 'ACTIVE',"
              + " '2025-01-02 03:04:05')");
    }
    Target target = new Target(directory);

    Run run = target.run("--from", "sqlite:" + file);

    assertThat(run.status()).as(run.said()).isZero();
    assertThat(target.strings("select title from cases.cases")).containsExactly("Überlauf 😀");
  }

  @Test
  void saysThatPostgresHoldsBytesThatAreNoText() throws SQLException {
    JdbcClient.create(TestDatabase.dataSource())
        .sql(
            "create database ascii encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C' template template0")
        .update();
    String rest = "//localhost:" + TestDatabase.port() + "/ascii?user=postgres";
    try (Connection connection = DriverManager.getConnection("jdbc:postgresql:" + rest);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table cases (case_id text primary key, user_id text, title text, status text,"
              + " created_at timestamp)");
      statement.execute(
          "insert into cases values ('case_00000000000a', 'ada', convert_from('\\xE9', 'SQL_ASCII'),"
              + " 'ACTIVE', '2025-01-02'), ('case_00000000000b', 'ada', 'Good', 'ACTIVE', '2025-01-02')");
    }
    Target target = new Target(directory);

    Run run = target.run("--from", "postgresql:" + rest);

    assertThat(run.status()).isEqualTo(65);
    assertThat(run.said()).contains("Copy it into a database of UTF8 first.");
  }

  @Test
  void saysWhatIsMissing() throws SQLException, IOException {
    Target target = new Target(directory);
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      original.execute("alter table cases drop column title");
      original.execute("alter table case_messages drop column role");
      assertThat(target.run("--from", original.address))
          .extracting(Run::status, Run::said)
          .containsExactly(
              65,
              "This is no database of the original service: it lacks case_messages.role,"
                  + " cases.title.\n");
      original.execute("drop table cases");
      assertThat(target.run("--from", original.address).said()).contains("it has no table cases");
    }
    Path text = Files.writeString(directory.resolve("notes.txt"), "no database ".repeat(1000));
    assertThat(target.run("--from", "sqlite:" + text).said()).contains("no SQLite database");
    assertThat(target.run("--from", "sqlite:" + text + "x").said()).contains("There is no file");
    assertThat(target.run("--from", "mysql://ada:s3cret@db/x"))
        .matches(run -> run.status() == 65 && !run.said().contains("s3cret"));
    assertThat(target.run("--from", "postgresql://ada:s3cret@localhost:1/x"))
        .matches(run -> run.status() == 65 && !run.said().contains("s3cret"));
    assertThat(target.run().said()).contains("--from is missing");
    assertThat(target.run("--from", "sqlite:x", "--bach", "3").status()).isEqualTo(64);
    assertThat(target.count("movingin.lanes")).isZero();
  }

  @Test
  void saysThatTheDatabaseCannotBeUsed() throws SQLException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      for (String url :
          List.of("postgresql://ada:s3cret@localhost:1/x", "mysql://ada:s3cret@db/x")) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        int status =
            new ImportCommand()
                .run(
                    new PrintStream(said, true, StandardCharsets.UTF_8),
                    "--from",
                    original.address,
                    "--DATABASE_URL=" + url);

        assertThat(status).isEqualTo(65);
        assertThat(said.toString(StandardCharsets.UTF_8))
            .contains("DATABASE_URL")
            .doesNotContain("s3cret", "\tat ");
      }
    }
  }

  @Test
  void saysThatTheFileIsLocked() throws SQLException {
    Target target = new Target(directory);
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      original.addCase(GOOD, "ada", "Good");
      original.execute("begin exclusive");

      Run run = target.run("--from", original.address);

      assertThat(run.status()).isEqualTo(75);
      assertThat(run.said()).contains("locked by another process");
      original.execute("commit");
      assertThat(target.run("--from", original.address).status()).isZero();
    }
  }
}
