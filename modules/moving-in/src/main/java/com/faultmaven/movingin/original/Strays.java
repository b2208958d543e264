package com.faultmaven.movingin.original;

import com.faultmaven.movingin.original.Remark.Kind;
import com.faultmaven.movingin.original.Remark.Outcome;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What no batch finds: cases without an id that could be one, messages without a case. */
final class Strays {

  private static final int LONGEST_ID = 200;

  /** What has no place here, or not yet. */
  private static final List<String> LEFT_BEHIND =
      List.of(
          "evidence",
          "hypotheses",
          "solutions",
          "uploaded_files",
          "agent_tool_calls",
          "case_participants");

  private final Query query;
  private final Dialect dialect;
  private final Tables tables;

  Strays(Query query, Dialect dialect, Tables tables) {
    this.query = query;
    this.dialect = dialect;
    this.tables = tables;
  }

  void find(Consumer<Remark> remarks) {
    Columns id = new Columns(dialect, tables, "cases").with("case_id", LONGEST_ID);
    query.run(
        "select " + id + " from cases where not coalesce(" + dialect.isId("case_id") + ", false)",
        row -> {
          String found = id(row, "case_id");
          remarks.accept(
              Remark.refusedCase(
                  found,
                  "case_id",
                  "form",
                  "An id is case_ and 12 lower-case hexadecimal digits."));
          return true;
        });
    if (tables.has("case_messages")) {
      findMessages(remarks);
    }
  }

  private void findMessages(Consumer<Remark> remarks) {
    Columns ids =
        new Columns(dialect, tables, "case_messages")
            .with("message_id", LONGEST_ID)
            .with("case_id", LONGEST_ID);
    query.run(
        "select "
            + ids
            + " from case_messages where not exists ("
            + "select 1 from cases where cases.case_id = case_messages.case_id)",
        row -> {
          remarks.accept(
              new Remark(
                  Kind.MESSAGE,
                  id(row, "message_id"),
                  id(row, "case_id"),
                  "case_id",
                  "orphan",
                  Outcome.REFUSED,
                  "There is no such case."));
          return true;
        });
  }

  private static String id(Row row, String column) throws SQLException {
    try {
      return Objects.requireNonNullElse(row.text(column), "null");
    } catch (UnusableValue unreadable) {
      return "?";
    }
  }

  /** How many rows there are of what has no place here, by table. */
  Map<String, Long> leftBehind() {
    Map<String, Long> left = new LinkedHashMap<>();
    for (String table : LEFT_BEHIND) {
      long rows = tables.has(table) ? query.number("select count(*) from " + table) : 0;
      if (rows > 0) {
        left.put(table, rows);
      }
    }
    return left;
  }
}
