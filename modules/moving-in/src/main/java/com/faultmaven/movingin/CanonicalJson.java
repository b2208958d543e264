package com.faultmaven.movingin;

import com.faultmaven.cases.Metadata;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One text for all texts that say the same: PostgreSQL orders members and writes numbers anew. */
final class CanonicalJson {

  private CanonicalJson() {}

  static String of(Metadata metadata) {
    // most have none, and need not be read for that
    if (metadata.json().equals(Metadata.EMPTY.json())) {
      return Metadata.EMPTY.json();
    }
    StringBuilder text = new StringBuilder();
    append(metadata.values(), text);
    return text.toString();
  }

  private static void append(@Nullable Object value, StringBuilder text) {
    switch (value) {
      case null -> text.append("null");
      case Map<?, ?> object -> {
        text.append('{');
        new TreeMap<>(object)
            .forEach(
                (name, member) -> {
                  append(name, text);
                  text.append(':');
                  append(member, text);
                });
        text.append('}');
      }
      case List<?> list -> {
        text.append('[');
        for (Object element : list) {
          append(element, text);
          text.append(',');
        }
        text.append(']');
      }
      case Number number -> text.append(new BigDecimal(number.toString()).stripTrailingZeros());
      case String string -> text.append(string.length()).append('"').append(string);
      default -> text.append(value);
    }
  }
}
