package com.faultmaven.movingin.original;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which tables and columns a source has: its generations, and databases somebody altered, differ.
 */
final class Tables {

  private static final Map<String, List<String>> REQUIRED =
      Map.of(
          "cases", List.of("case_id", "user_id", "title", "status", "created_at"),
          "case_messages", List.of("message_id", "case_id", "role", "content"),
          "case_tags", List.of("case_id", "tag"),
          "case_status_transitions", List.of("case_id", "to_status", "transitioned_at"));

  private final Map<String, Set<String>> columns;

  private Tables(Map<String, Set<String>> columns) {
    this.columns = columns;
  }

  /**
   * Looks which there are.
   *
   * @throws UnusableSource if there is no table of cases, or a table lacks what it cannot be read
   *     without
   */
  static Tables of(Connection source) throws SQLException {
    Map<String, Set<String>> columns = new HashMap<>();
    try (ResultSet found = source.getMetaData().getColumns(null, source.getSchema(), null, null)) {
      while (found.next()) {
        columns
            .computeIfAbsent(found.getString("TABLE_NAME"), _ -> new HashSet<>())
            .add(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    Tables tables = new Tables(columns);
    tables.requireColumns();
    return tables;
  }

  private void requireColumns() {
    if (!has("cases")) {
      throw UnusableSource.missing("it has no table cases");
    }
    List<String> missing = new ArrayList<>();
    REQUIRED.forEach(
        (table, required) ->
            required.stream()
                .filter(column -> has(table) && !has(table, column))
                .forEach(column -> missing.add(table + "." + column)));
    if (has("case_messages")
        && !has("case_messages", "timestamp")
        && !has("case_messages", "created_at")) {
      missing.add("case_messages.timestamp");
    }
    if (!missing.isEmpty()) {
      missing.sort(null);
      throw UnusableSource.missing("it lacks " + String.join(", ", missing));
    }
  }

  boolean has(String table) {
    return columns.containsKey(table);
  }

  boolean has(String table, String column) {
    return columns.getOrDefault(table, Set.of()).contains(column);
  }

  /** Whether the cases have an investigation: the second generation of the schema. */
  boolean isSecondGeneration() {
    return has("cases", "organization_id") || has("cases", "consulting");
  }
}
