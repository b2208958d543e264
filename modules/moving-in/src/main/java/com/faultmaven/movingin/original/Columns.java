package com.faultmaven.movingin.original;

import java.util.ArrayList;
import java.util.List;

/**
 * What is selected from a table: text up to a size, which nothing exceeds that can be taken over.
 * What is larger is never in memory, and its size says that it is there.
 */
final class Columns {

  private final Dialect dialect;
  private final Tables tables;
  private final String table;
  private final List<String> selected = new ArrayList<>();

  Columns(Dialect dialect, Tables tables, String table) {
    this.dialect = dialect;
    this.tables = tables;
    this.table = table;
  }

  /** Adds a column, which is null where there is none. */
  Columns with(String column, int mostBytes) {
    if (!tables.has(table, column)) {
      selected.add("null as " + column + ", null as " + column + "_size");
      return this;
    }
    String text = dialect.text(quoted(column));
    selected.add(
        "case when octet_length(%1$s) <= %2$s then %1$s end as %3$s, octet_length(%1$s) as %3$s_size"
            .formatted(text, Integer.toString(mostBytes), column));
    return this;
  }

  /** Adds the beginning of a text that is larger than that, for those who want it cut. */
  Columns withHead(String column, int mostBytes, int characters) {
    if (!tables.has(table, column)) {
      selected.add("null as " + column + "_head");
      return this;
    }
    selected.add(
        "case when octet_length(%1$s) > %2$s then substr(%1$s, 1, %3$s) end as %4$s_head"
            .formatted(
                dialect.text(quoted(column)),
                Integer.toString(mostBytes),
                Integer.toString(characters),
                column));
    return this;
  }

  /** Some of them are words of SQL. */
  static String quoted(String column) {
    return '"' + column + '"';
  }

  @Override
  public String toString() {
    return String.join(", ", selected);
  }
}
