package com.faultmaven.cases;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which fields of a case an edit changed, by contract name, with their new values. */
class Changes {

  private final Map<String, @Nullable Object> newValues = new LinkedHashMap<>();

  /** Takes note if the value differs, and hands the new one back to be kept. */
  <T> T note(String field, @Nullable T before, T after) {
    if (!after.equals(before)) {
      newValues.put(field, plain(after));
    }
    return after;
  }

  <T> @Nullable T noteNullable(String field, @Nullable T before, @Nullable T after) {
    if (!Objects.equals(before, after)) {
      newValues.put(field, after == null ? null : plain(after));
    }
    return after;
  }

  boolean isEmpty() {
    return newValues.isEmpty();
  }

  Map<String, @Nullable Object> newValues() {
    return Collections.unmodifiableMap(newValues);
  }

  private static Object plain(Object value) {
    return switch (value) {
      case Severity severity -> severity.word();
      case Category category -> category.word();
      case Metadata metadata -> metadata.values();
      default -> value;
    };
  }
}
