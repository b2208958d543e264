package com.faultmaven.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The condition of a list in SQL, with its parameters in order. */
class CaseSelection {

  private final StringBuilder where = new StringBuilder("true");
  private final List<Object> parameters = new ArrayList<>();

  CaseSelection matching(CaseFilter filter) {
    anyOf("c.status", filter.statuses(), CaseStatus::word);
    anyOf("c.severity", filter.severities(), Severity::word);
    anyOf("c.category", filter.categories(), Category::word);
    if (!filter.tags().isEmpty()) {
      and("c.tag_keys @> ?::text[]", (Object) words(filter.tags(), TagNames::key));
    }
    if (filter.sessionId() != null) {
      and("c.session_id = ?", filter.sessionId().value());
    }
    since("c.created_at > ?", filter.createdAfter());
    since("c.created_at < ?", filter.createdBefore());
    since("c.updated_at > ?", filter.updatedAfter());
    since("c.updated_at < ?", filter.updatedBefore());
    if (!filter.includeArchived()) {
      and("c.archived_at is null");
    }
    return this;
  }

  CaseSelection and(String condition, Object... values) {
    where.append(" and ").append(condition);
    parameters.addAll(List.of(values));
    return this;
  }

  CaseSelection after(CaseSort sort, Position position) {
    return and(sort.after(), timestamp(position.at()), position.caseId());
  }

  String where() {
    return where.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  private void since(String condition, @Nullable Instant instant) {
    if (instant != null) {
      and(condition, timestamp(instant));
    }
  }

  private <T> void anyOf(String column, Collection<T> values, Function<T, String> word) {
    if (!values.isEmpty()) {
      and(column + " = any(?)", (Object) words(values, word));
    }
  }

  private static <T> String[] words(Collection<T> values, Function<T, String> word) {
    return values.stream().map(word).toArray(String[]::new);
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
