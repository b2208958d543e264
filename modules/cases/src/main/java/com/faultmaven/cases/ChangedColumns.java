package com.faultmaven.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be written of a case. A long text that is as it was is not stored once more. */
final class ChangedColumns {

  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

  private ChangedColumns() {}

  static Map<String, @Nullable Object> of(Case changed) {
    CaseView before = changed.stored();
    CaseView now = changed.view();
    ChangedColumns columns = new ChangedColumns();
    columns.values.put("version", now.version().value());
    columns.values.put("facts", changed.facts());
    columns.values.put("status_changes", changed.statusChanges());
    columns.put("session_id", before.sessionId(), now.sessionId());
    columns.put("title", before.title(), now.title());
    columns.put("description", before.description(), now.description());
    columns.put("status", before.status().word(), now.status().word());
    columns.put("severity", before.severity().word(), now.severity().word());
    columns.put("category", before.category().word(), now.category().word());
    if (!now.metadata().equals(before.metadata())) {
      columns.values.put("metadata", now.metadata().json());
    }
    columns.put("tags", before.tags(), now.tags());
    columns.put("tag_keys", new TagNames(before.tags()).keys(), new TagNames(now.tags()).keys());
    columns.put("tags_as_written", before.tagsAsWritten(), now.tagsAsWritten());
    columns.put("updated_at", before.updatedAt(), now.updatedAt());
    columns.put("resolved_at", before.resolvedAt(), now.resolvedAt());
    columns.put("closed_at", before.closedAt(), now.closedAt());
    columns.put("archived_at", before.archivedAt(), now.archivedAt());
    return columns.values;
  }

  private void put(String column, @Nullable Object before, @Nullable Object now) {
    if (!Objects.equals(before, now)) {
      values.put(column, now == null ? null : stored(now));
    }
  }

  private static Object stored(Object value) {
    return switch (value) {
      case Instant instant -> instant.atOffset(ZoneOffset.UTC);
      case List<?> words -> words.toArray(String[]::new);
      default -> value;
    };
  }
}
