package com.faultmaven.cases;

import com.faultmaven.cases.CaseFilter.Archived;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of the cases a user owns, or others share with them, as an SQL expression over what is
 * counted as it changes. It reaches a few rows however many cases there are.
 */
record CaseCount(String sql, List<Object> parameters) {

  private static final String SUM =
      "(select coalesce(sum(k.cases), 0) from %s k where k.%s = ? and k.organization_id = ?";

  /** Null if a filter asks for more than what cases are counted by. */
  static @Nullable CaseCount ofOwned(String owner, String organization, CaseFilter filter) {
    return of(SUM.formatted("cases.counted_cases", "owner_id"), owner, organization, filter);
  }

  /** Null if a filter asks for more than what cases are counted by. */
  static @Nullable CaseCount ofShared(String user, String organization, CaseFilter filter) {
    return of(SUM.formatted("cases.counted_shared_cases", "user_id"), user, organization, filter);
  }

  private static @Nullable CaseCount of(
      String sum, String user, String organization, CaseFilter filter) {
    if (!filter.isOfCountedColumns()) {
      return null;
    }
    StringBuilder sql = new StringBuilder(sum);
    List<Object> parameters = new ArrayList<>(List.of(user, organization));
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
