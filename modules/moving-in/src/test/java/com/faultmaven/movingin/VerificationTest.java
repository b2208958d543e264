package com.faultmaven.movingin;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.movingin.Original.Form;
import com.faultmaven.movingin.Target.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said of eight cases, two of each user, once a side is not as it was when they came. */
class VerificationTest {

  private static final int CASES = 8;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Of {@code user-0}. */
  private static final String ONE = "case_000000000000";

  /** Of {@code user-1}. */
  private static final String TWO = "case_000000000001";

  private final Path directory;

  VerificationTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void findsWhatWasChangedThere(Form form) throws SQLException, IOException {
    try (Original original = filled(form)) {
      Target target = imported(original);
      original.update("update cases set title = 'Renamed there' where case_id = ?", ONE);

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said())
          .contains("4 users, of whom 1 have something else here.")
          .contains(
              "Cases: 7 equal, 1 different, 0 missing, 0 gone, 0 refused, 0 changed here,"
                  + " 0 deleted here.");
      assertThat(findings(run)).containsExactly(ONE + " different");
      String messages = form.isSecond() ? "[4,4]" : "[0,0]";
      assertThat(sums(run))
          .containsExactlyInAnyOrder(
              "user-0 [2,2] " + messages + " differ",
              "user-1 [2,2] " + messages + " same",
              "user-2 [2,2] " + messages + " same",
              "user-3 [2,2] " + messages + " same");
    }
  }

  @Test
  void findsAMessageThatCameLater() throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      original.addMessage("msg_00000000000000cc", TWO, "user", "more", "2025-06-01 00:00:00");

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(findings(run)).containsExactly(TWO + " different");
      assertThat(sums(run)).contains("user-0 [2,2] [4,4] same", "user-1 [2,2] [5,4] differ");
    }
  }

  /** As after a fault of the import, or of this service: the case does not say that it changed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update cases.cases set description = 'Other'",
        "update cases.cases set metadata = '{\"region\": \"us\"}'",
        "update cases.cases set created_at = created_at + interval '1 microsecond'",
        "update cases.status_changes set reason = 'other'",
        "update tags.case_tags set name = 'DB'",
        "delete from tags.case_tags",
        "update messages.messages set content = 'Other'",
        "update messages.messages set message_id = 'msg_00000000000000' || turn_number || '0'"
      })
  void findsWhatIsDifferentHereThoughNobodyChangedIt(String fault)
      throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      target.jdbc.sql(fault + " where case_id = ?").param(ONE).update();

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said()).contains("4 users, of whom 1 have something else here.");
      assertThat(findings(run)).containsExactly(ONE + " different");
      assertThat(sums(run)).contains("user-0 [2,2] [4,4] differ", "user-1 [2,2] [4,4] same");
    }
  }

  @Test
  void countsAConversationThatIsNotWholeAsNone() throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      target
          .jdbc
          .sql("delete from messages.messages where turn_number = 2 and case_id = ?")
          .param(ONE)
          .update();

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(findings(run)).containsExactly(ONE + " different");
      assertThat(sums(run)).contains("user-0 [2,2] [4,1] differ");
    }
  }

  @Test
  void findsACaseThatHasAnotherOwner() throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      target
          .jdbc
          .sql("update cases.cases set owner_id = 'eve' where case_id = ?")
          .param(ONE)
          .update();

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said()).contains("5 users, of whom 2 have something else here.");
      assertThat(findings(run)).containsExactly(ONE + " different");
      assertThat(sums(run)).contains("eve [0,1] [0,2] differ", "user-0 [2,1] [4,2] differ");
    }
  }

  @Test
  void findsWhatDidNotCome() throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      original.addCase("case_00000000000a", "user-1", "Opened since");
      original.addCase("case_00000000000b", "zoe", "Opened since");

      Run run = verify(target, original);

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.said())
          .contains(
              "5 users, of whom 2 have something else here.", "8 equal, 0 different, 2 missing");
      assertThat(findings(run))
          .containsExactlyInAnyOrder("case_00000000000a missing", "case_00000000000b missing");
      assertThat(sums(run)).contains("user-1 [3,2] [4,4] differ", "zoe [1,0] [0,0] differ");
    }
  }

  /** It is to be different, and to be left out of the sums on both sides. */
  @Test
  void findsNoFaultWithWhatWasChangedOrDeletedHere() throws SQLException, IOException {
    try (Original original = filled(Form.SQLITE_2)) {
      Target target = imported(original);
      String renamed =
          "update cases.cases set version = version + 1, title = 'Mine' where case_id = ?";
      target.jdbc.sql(renamed).param(ONE).update();
      String event = "update cases.cases set facts = facts + 1 where case_id = ?";
      target.jdbc.sql(event).param(TWO).update();
      target.jdbc.sql("delete from cases.cases where case_id = 'case_000000000002'").update();

      Run run = verify(target, original);

      assertThat(run.status()).as(run.said()).isZero();
      assertThat(run.said())
          .contains("4 users, of whom 0 have something else here.")
          .contains(
              "Cases: 5 equal, 0 different, 0 missing, 0 gone, 0 refused, 2 changed here,"
                  + " 1 deleted here.");
      assertThat(findings(run))
          .containsExactlyInAnyOrder(
              ONE + " changed_here", TWO + " changed_here", "case_000000000002 deleted_here");
      assertThat(sums(run))
          .containsExactlyInAnyOrder(
              "user-0 [1,1] [2,2] same",
              "user-1 [1,1] [2,2] same",
              "user-2 [1,1] [2,2] same",
              "user-3 [2,2] [4,4] same");
    }
  }

  private Original filled(Form form) throws SQLException {
    Original original = new Original(form, directory);
    ImportTest.fill(original, CASES);
    if (form.isSecond()) {
      original.update("insert into case_tags (case_id, tag) values (?, 'db')", ONE);
      original.update("update cases set status = 'investigating' where case_id = ?", ONE);
    }
    return original;
  }

  private Target imported(Original original) {
    Target target = new Target(directory);
    Run run = target.run("--from", original.address);
    assertThat(run.status()).as(run.said()).isZero();
    return target;
  }

  private static Run verify(Target target, Original original) {
    return target.run("--verify", "--from", original.address, "--batch", "3");
  }

  /** The lines about cases. */
  private static List<String> findings(Run run) throws IOException {
    return lines(run).stream()
        .filter(line -> line.has("case_id"))
        .map(line -> line.get("case_id").asString() + " " + line.get("finding").asString())
        .toList();
  }

  /** The lines about users, which have to say themselves whether the two of each sum are one. */
  private static List<String> sums(Run run) throws IOException {
    return lines(run).stream().filter(line -> line.has("user_id")).map(line -> sums(line)).toList();
  }

  private static String sums(JsonNode line) {
    JsonNode checksums = line.get("checksum");
    boolean same = checksums.get(0).equals(checksums.get(1));
    assertThat(line.get("same").asBoolean()).as("%s", line).isEqualTo(same);
    return "%s %s %s %s"
        .formatted(
            line.get("user_id").asString(),
            line.get("cases"),
            line.get("messages"),
            same ? "same" : "differ");
  }

  private static List<JsonNode> lines(Run run) throws IOException {
    return Files.readAllLines(run.report()).stream().map(JSON::readTree).toList();
  }
}
