package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes from the databases of the original service, and what becomes of it. */
class ImportTest {

  private static final String ONE = "case_0123456789ab";
  private static final String TWO = "case_0123456789ac";

  private final Path directory;

  ImportTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void keepsIdsAndTimes(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      original.addCase(ONE, "ada", "Checkout is slow");
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.said()).contains("1 new, 0 renewed, 0 unchanged, 0 left alone, 0 refused");
      assertThat(run.status()).isZero();
      assertThat(target.theCase(ONE))
          .containsEntry("owner_id", "ada")
          .containsEntry("organization_id", form.isSecond() ? "acme" : "default")
          .containsEntry("title", "Checkout is slow")
          .containsEntry("status", "consulting")
          .containsEntry("version", 1L)
          .containsEntry("message_count", 0);
      assertThat(target.time(ONE, "created_at")).isEqualTo("2025-01-02 03:04:05.123456");
      assertThat(target.time(ONE, "updated_at")).isEqualTo("2025-01-03 03:04:05.123456");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_1", "POSTGRES_1"})
  void showsTheFirstGenerationToItsClientsAsItWas(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      original.addCase(ONE, "ada", "Checkout is slow");
      Target target = new Target(directory);

      target.run("--from", original.address, "--organization", "acme");

      assertThat(target.theCase(ONE))
          .containsEntry("organization_id", "acme")
          .containsEntry("session_id", "s-1")
          .containsEntry("description", "It is slow.")
          .containsEntry("severity", "high")
          .containsEntry("category", "performance");
      assertThat(target.strings("select metadata::text from cases.cases"))
          .containsExactly("{\"n\": [1, 2.50], \"region\": \"eu\"}");
      assertThat(target.strings("select unnest(tags) from cases.cases"))
          .containsExactly("Prod", "db");
      assertThat(target.strings("select unnest(tag_keys) from cases.cases"))
          .containsExactly("prod", "db");
      assertThat(target.strings("select unnest(tags_as_written) from cases.cases"))
          .containsExactly("Prod", "db", "prod", " ");
      assertThat(
              target.strings(
                  "select key || ' ' || name || ' ' || position || ' ' || organization_id"
                      + " from tags.case_tags order by position"))
          .containsExactly("prod Prod 0 acme", "db db 1 acme");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_1", "POSTGRES_1"})
  void mapsTheStatusesOfTheFirstGeneration(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      List<String> statuses =
          List.of("ACTIVE", "INVESTIGATING", "RESOLVED", "CLOSED", "ARCHIVED", "ARCHIVED");
      for (int index = 0; index < statuses.size(); index++) {
        String id = "case_00000000000" + index;
        original.addCase(id, "ada", "t");
        original.update("update cases set status = ? where case_id = ?", statuses.get(index), id);
      }
      original.update(
          "update cases set resolved_at = ? where case_id not in ('case_000000000004')",
          "2025-01-02 12:00:00+00");
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.status()).as(run.said()).isZero();
      assertThat(
              target.strings(
                  "select status || ' ' || (resolved_at is not null) || ' ' || (closed_at is not null)"
                      + " || ' ' || (archived_at is not null) from cases.cases order by case_id"))
          .containsExactly(
              "consulting false false false",
              "investigating false false false",
              "resolved true false false",
              "closed true true false",
              "consulting false false true",
              "resolved true false true");
      assertThat(target.time("case_000000000003", "closed_at")).isEqualTo("2025-01-02 12:00:00");
      assertThat(target.time("case_000000000005", "archived_at"))
          .isEqualTo("2025-01-03 03:04:05.123456");
      assertThat(
              target.strings(
                  "select case_id || ' ' || sequence || ' ' || from_status || ' ' || to_status"
                      + " from cases.status_changes order by 1"))
          .containsExactly(
              "case_000000000001 1 consulting investigating",
              "case_000000000002 1 consulting resolved",
              "case_000000000003 1 consulting closed",
              "case_000000000005 1 consulting resolved");
      assertThat(target.strings("select distinct status_changes from cases.cases order by 1"))
          .containsExactly("0", "1");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_2", "POSTGRES_2"})
  void bringsTheConversationsOfTheSecondGeneration(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      original.addCase(ONE, "ada", "Checkout is slow");
      original.addCase(TWO, "bob", "Login fails");
      // what has one time is in the order in which it came
      original.addMessage("msg_ffffffffffffffff", ONE, "user", "one", "2025-01-02 04:00:00");
      original.addMessage(
          "msg_0000000000000000", ONE, "assistant", "two\t\\N\n", "2025-01-02 04:00:00");
      original.addMessage("msg_00000000000000aa", TWO, "user", "other", "2025-01-02 05:00:00");
      original.addMessage("msg_00000000000000bb", ONE, "system", "zero", "2025-01-02 03:59:59");
      original.update(
          "insert into case_tags (case_id, tag) values (?, 'Prod'), (?, 'prod'), (?, 'db')",
          ONE,
          ONE,
          ONE);
      original.update(
          "update cases set consulting = ?, metadata = ? where case_id = ?",
          "{\"initial_description\": \"Since noon.\"}",
          "{\"priority\": \"critical\"}",
          ONE);
      original.update("insert into evidence (evidence_id, case_id) values ('ev_1', ?)", ONE);
      Target target = new Target(directory);

      Run run = target.run("--from", original.address);

      assertThat(run.said()).contains("4 messages", "Left behind: 1 rows of evidence.");
      assertThat(
              target.strings(
                  "select turn_number || ' ' || role || ' ' || content || ' ' || author_id"
                      + " from messages.messages where case_id = ? order by turn_number",
                  ONE))
          .containsExactly("1 system zero ada", "2 user one ada", "3 assistant two\t\\N\n ada");
      assertThat(target.theCase(ONE))
          .containsEntry("message_count", 3)
          .containsEntry("description", "Since noon.")
          .containsEntry("severity", "critical")
          .containsEntry("category", "other");
      assertThat(target.time(ONE, "last_message_at")).isEqualTo("2025-01-02 04:00:00");
      assertThat(target.strings("select name from tags.case_tags order by position"))
          .containsExactly("Prod", "db");
    }
  }

  /** The original stores all of it again with each change. */
  @ParameterizedTest
  @EnumSource(
      value = Form.class,
      names = {"SQLITE_2", "POSTGRES_2"})
  void bringsTheHistoryOfTheSecondGenerationOnce(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      original.addCase(ONE, "ada", "Checkout is slow");
      original.update(
          "update cases set status = 'closed', resolved_at = ?, closed_at = ? where case_id = ?",
          "2025-01-02 10:00:00+00",
          "2025-01-02 11:00:00+00",
          ONE);
      String add =
          "insert into case_status_transitions (case_id, from_status, to_status, reason, transitioned_at)"
              + " values (?, ?, ?, ?, ?)";
      for (int time = 0; time < 2; time++) {
        original.update(add, ONE, null, "consulting", null, "2025-01-02 04:00:00+00");
        original.update(add, ONE, "consulting", "investigating", "why", "2025-01-02 05:00:00+00");
        original.update(add, ONE, "investigating", "resolved", null, "2025-01-02 10:00:00+00");
      }
      Target target = new Target(directory);

      target.run("--from", original.address);

      assertThat(
              target.strings(
                  "select sequence || ' ' || from_status || ' ' || to_status || ' ' || coalesce(reason, '-')"
                      + " || ' ' || to_char(changed_at at time zone 'UTC', 'HH24') || ' ' || changed_by"
                      + " from cases.status_changes order by sequence"))
          .containsExactly(
              "1 consulting investigating why 05 ada",
              "2 investigating resolved - 10 ada",
              "3 resolved closed The service this case comes from kept no history of it. 11 ada");
      assertThat(target.theCase(ONE)).containsEntry("status_changes", 3);
    }
  }

  @Test
  void readsEveryFormOfATime() throws SQLException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      List<String> forms =
          List.of(
              "2025-01-02 12:00:00.5",
              "2025-01-02T12:00:00.500000",
              "2025-01-02T12:00:00.5Z",
              "2025-01-02 14:00:00.5+02:00",
              "2025-01-02T06:30:00.500000-0530",
              "2025-01-02 13:00:00.5+01");
      for (int index = 0; index < forms.size(); index++) {
        String id = "case_00000000000" + index;
        original.addCase(id, "ada", "t");
        original.update("update cases set created_at = ? where case_id = ?", forms.get(index), id);
      }
      Target target = new Target(directory);

      target.run("--from", original.address);

      assertThat(target.strings("select (created_at at time zone 'UTC')::text from cases.cases"))
          .hasSize(forms.size())
          .containsOnly("2025-01-02 12:00:00.5");
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void changesNothingTheSecondTime(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      fill(original, 25);
      Target target = new Target(directory);
      target.run("--from", original.address, "--batch", "7");
      String before = target.everything();

      Run again = target.run("--from", original.address, "--batch", "7");

      assertThat(again.said()).contains("0 new, 0 renewed, 25 unchanged, 0 left alone, 0 refused");
      assertThat(target.everything()).isEqualTo(before);
      assertThat(target.run("--verify", "--from", original.address).status()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void renewsWhatIsDifferentAndHasNotBeenTouchedHere(Form form) throws SQLException {
    try (Original original = new Original(form, directory)) {
      fill(original, 3);
      Target target = new Target(directory);
      target.run("--from", original.address);
      target
          .jdbc
          .sql("update cases.cases set version = 2, title = 'Renamed here' where case_id = ?")
          .param("case_000000000001")
          .update();
      target.jdbc.sql("delete from cases.cases where case_id = 'case_000000000002'").update();
      original.update("update cases set title = 'Renamed there'");
      if (form.isSecond()) {
        original.addMessage(
            "msg_00000000000000cc", "case_000000000000", "user", "more", "2025-06-01 00:00:00");
      }

      Run again = target.run("--from", original.address);

      assertThat(again.said()).contains("0 new, 1 renewed, 0 unchanged, 2 left alone, 0 refused");
      assertThat(target.strings("select title || version from cases.cases order by case_id"))
          .containsExactly("Renamed there2", "Renamed here2");
      assertThat(target.theCase("case_000000000000"))
          .containsEntry("message_count", form.isSecond() ? 3 : 0);
      assertThat(target.run("--from", original.address).said())
          .contains("0 new, 0 renewed, 1 unchanged, 2 left alone");
    }
  }

  @Test
  void tellsNobodyAndHasTextsIndexedLater() throws SQLException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      fill(original, 3);
      Target target = new Target(directory);
      target.jdbc.sql("update cases.search_progress set pass = 3").update();

      target.run("--from", original.address);

      assertThat(target.count("events.event_log") + target.count("events.event_publication"))
          .isZero();

      assertThat(
              target.strings(
                  "select source || ' ' || pass || ' ' || total from cases.search_progress"
                      + " where not_before <= now() order by 1"))
          .containsExactly("cases 1 3", "messages 1 6");
      target.jdbc.sql("update cases.search_progress set pass = 3").update();

      target.run("--from", original.address);

      assertThat(target.strings("select distinct pass::text from cases.search_progress"))
          .as("nothing came")
          .containsExactly("3");
    }
  }

  @Test
  void takesTheAddressesTheOriginalTakes() throws SQLException {
    try (Original original = new Original(Form.SQLITE_1, directory)) {
      fill(original, 1);
      Target target = new Target(directory);
      String path = original.address.substring("sqlite:".length());

      assertThat(target.run("--from=sqlite+aiosqlite:///" + path).said()).contains("1 new");
      assertThat(target.run("--from", "sqlite:" + path).said()).contains("1 unchanged");
      assertThat(target.strings("select source from movingin.lanes"))
          .containsExactly("sqlite:" + path);
    }
  }

  @Test
  void aTryWritesNothing() throws SQLException {
    try (Original original = new Original(Form.SQLITE_2, directory)) {
      fill(original, 12);
      Target target = new Target(directory);

      Run run = target.run("--dry-run", "--from", original.address, "--batch", "5");

      assertThat(run.said()).contains("12 new", "24 messages, if it were done.");
      assertThat(run.status()).isZero();
      assertThat(target.count("cases.cases") + target.count("movingin.lanes")).isZero();
    }
  }

  static void fill(Original original, int cases) throws SQLException {
    for (int number = 0; number < cases; number++) {
      String id = String.format(Locale.ROOT, "case_%012x", number);
      original.addCase(id, "user-" + number % 4, "Number " + number);
      if (original.form.isSecond()) {
        for (int turn = 0; turn < 2; turn++) {
          original.addMessage(
              String.format(Locale.ROOT, "msg_%016x", 10L * number + turn),
              id,
              turn == 0 ? "user" : "assistant",
              "Turn " + turn,
              "2025-01-02 04:00:0" + turn);
        }
      }
    }
  }
}
