package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.importing.ImportedCase.Move;
import com.faultmaven.movingin.original.Remark.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the second generation keeps of cases in tables of its own. */
final class Parts {

  private static final int LONGEST_WORD = 200;
  private static final int LONGEST_REASON = 500;

  private final Query query;
  private final Dialect dialect;
  private final Tables tables;

  Parts(Query query, Dialect dialect, Tables tables) {
    this.query = query;
    this.dialect = dialect;
    this.tables = tables;
  }

  /** The tags of cases, in the order in which they were given. */
  Map<String, List<String>> tags(Collection<String> ids) {
    Map<String, List<String>> tags = new HashMap<>();
    if (tables.has("case_tags")) {
      Columns columns =
          new Columns(dialect, tables, "case_tags")
              .with("case_id", LONGEST_WORD)
              .with("tag", LONGEST_WORD);
      query.run(
          "select " + columns + " from case_tags where " + dialect.among("case_id") + orderOfTags(),
          row -> {
            // what cannot be read is longer than any tag, and refuses the case
            addTo(tags, row, "x".repeat(LONGEST_WORD));
            return true;
          },
          ids);
    }
    return tags;
  }

  private String orderOfTags() {
    return tables.has("case_tags", "tag_id")
        ? " order by case_id, tag_id"
        : " order by case_id, tag";
  }

  private static void addTo(Map<String, List<String>> tags, Row row, String unreadable)
      throws SQLException {
    try {
      List<String> ofCase = tags.computeIfAbsent(row.required("case_id"), _ -> new ArrayList<>());
      try {
        ofCase.add(row.required("tag"));
      } catch (UnusableValue foreign) {
        ofCase.add(unreadable);
      }
    } catch (UnusableValue impossible) {
      throw new IllegalStateException("the statement selects by id", impossible);
    }
  }

  /** The changes of status, oldest first. The original stores them again with each change. */
  Map<String, List<Move>> moves(Collection<String> ids, Limits limits, Consumer<Remark> remarks) {
    Map<String, List<Move>> moves = new HashMap<>();
    if (tables.has("case_status_transitions")) {
      Columns columns =
          new Columns(dialect, tables, "case_status_transitions")
              .with("case_id", LONGEST_WORD)
              .with("from_status", LONGEST_WORD)
              .with("to_status", LONGEST_WORD)
              .with("reason", LONGEST_REASON * Texts.MOST_BYTES)
              .withHead("reason", LONGEST_REASON * Texts.MOST_BYTES, LONGEST_REASON)
              .with("transitioned_at", LONGEST_WORD);
      query.run(
          "select distinct "
              + columns
              + " from case_status_transitions where "
              + dialect.among("case_id")
              + " order by case_id, transitioned_at",
          row -> {
            addTo(moves, row, limits, remarks);
            return true;
          },
          ids);
    }
    return moves;
  }

  private static void addTo(
      Map<String, List<Move>> moves, Row row, Limits limits, Consumer<Remark> remarks)
      throws SQLException {
    String id = "";
    try {
      id = row.required("case_id");
      Move move = move(id, row, limits, remarks);
      if (move != null) {
        moves.computeIfAbsent(id, _ -> new ArrayList<>()).add(move);
      }
    } catch (UnusableValue why) {
      remarks.accept(Remark.of(Kind.STATUS_CHANGE, id, id, why));
    }
  }

  /** Null if it is none here: a case that is opened, or a step within an investigation. */
  private static @Nullable Move move(String id, Row row, Limits limits, Consumer<Remark> remarks)
      throws SQLException, UnusableValue {
    String from = row.text("from_status");
    CaseStatus before = from == null ? null : status("from_status", from);
    CaseStatus after = status("to_status", row.required("to_status"));
    if (before == null || before == after) {
      return null;
    }
    Instant at = Objects.requireNonNull(row.time("transitioned_at"));
    String reason =
        new Texts(limits.cut())
            .read(
                row,
                "reason",
                LONGEST_REASON,
                why ->
                    remarks.accept(
                        Remark.changed(Kind.STATUS_CHANGE, id, id, "reason", "cut", why.detail)));
    return new Move(
        before, after, reason, Timestamps.plausible("transitioned_at", at, limits.now()));
  }

  /** To put a case aside is no status here, and it was mostly resolved by then. */
  private static CaseStatus status(String column, String word) throws UnusableValue {
    return OriginalStatus.of(column, word).here(true, false);
  }
}
