package com.faultmaven.cases;

import com.faultmaven.cases.CaseFilter.Archived;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of an owner's cases as an SQL expression over {@code cases.counted_cases}, which
 * reaches a few rows however many cases there are.
 */
record CaseCount(String sql, List<Object> parameters) {

  /** Null if a filter asks for more than what cases are counted by. */
  static @Nullable CaseCount of(String owner, String organization, CaseFilter filter) {
    if (!filter.isOfCountedColumns()) {
      return null;
    }
    StringBuilder sql =
        new StringBuilder(
            "(select coalesce(sum(k.cases), 0) from cases.counted_cases k"
                + " where k.owner_id = ? and k.organization_id = ?");
    List<Object> parameters = new ArrayList<>(List.of(owner, organization));
    anyOf(sql, parameters, "k.status", filter.statuses().stream().map(CaseStatus::word).toList());
    anyOf(sql, parameters, "k.severity", filter.severities().stream().map(Severity::word).toList());
    anyOf(sql, parameters, "k.category", filter.categories().stream().map(Category::word).toList());
    if (filter.archived() != Archived.INCLUDED) {
      sql.append(" and k.archived = ").append(filter.archived() == Archived.ALONE);
    }
    return new CaseCount(sql.append(')').toString(), parameters);
  }

  private static void anyOf(
      StringBuilder sql, List<Object> parameters, String column, List<String> words) {
    if (!words.isEmpty()) {
      sql.append(" and ").append(column).append(" = any(?)");
      parameters.add(words.toArray(String[]::new));
    }
  }
}
