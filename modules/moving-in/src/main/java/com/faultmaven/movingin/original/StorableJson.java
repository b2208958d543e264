package com.faultmaven.movingin.original;

import com.faultmaven.cases.Metadata;
import com.faultmaven.kernel.json.StoredJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the source, held to what a {@code jsonb} column takes. */
final class StorableJson {

  private static final int MOST_DIGITS = 1_000;

  private static final Set<String> EMPTY = Set.of("null", "{}");

  private static final JsonMapper ANY = JsonMapper.builder().build();

  private StorableJson() {}

  /**
   * The object a column holds. No JSON, and JSON's null, are an empty one, as the original has it.
   */
  static Metadata object(String column, @Nullable String text) throws UnusableValue {
    if (text == null || text.isBlank() || EMPTY.contains(text.strip())) {
      return Metadata.EMPTY;
    }
    if (!text.strip().startsWith("{")) {
      throw UnusableValue.of(column, "no_object", "It is no JSON object.");
    }
    try {
      Map<String, @Nullable Object> object = StoredJson.object(text);
      require(column, object);
      return Metadata.stored(StoredJson.text(object));
    } catch (JacksonException broken) {
      throw UnusableValue.of(column, "no_json", "It is no JSON.");
    }
  }

  /** The texts of a list. */
  static List<String> texts(String column, @Nullable String text) throws UnusableValue {
    if (text == null || text.isBlank() || text.strip().equals("null")) {
      return List.of();
    }
    try {
      List<?> values = ANY.readValue(text, List.class);
      require(column, values);
      if (values.stream().allMatch(String.class::isInstance)) {
        return values.stream().map(String.class::cast).toList();
      }
      throw UnusableValue.of(column, "no_texts", "Not everything in it is text.");
    } catch (JacksonException broken) {
      throw UnusableValue.of(column, "no_json", "It is no JSON list.");
    }
  }

  private static void require(String column, @Nullable Object value) throws UnusableValue {
    switch (value) {
      case null -> {}
      case Map<?, ?> object -> {
        for (Map.Entry<?, ?> member : object.entrySet()) {
          require(column, member.getKey());
          require(column, member.getValue());
        }
      }
      case List<?> list -> {
        for (Object element : list) {
          require(column, element);
        }
      }
      case String text -> requireStorable(column, text);
      case BigDecimal number -> requireShort(column, number);
      default -> {}
    }
  }

  private static void requireStorable(String column, String text) throws UnusableValue {
    if (text.indexOf('\0') >= 0) {
      throw UnusableValue.of(column, "nul", "It contains U+0000, which cannot be stored.");
    }
    if (text.codePoints()
        .anyMatch(it -> it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE)) {
      throw UnusableValue.of(column, "encoding", "It contains half of a character.");
    }
  }

  /** Written in full, a number of a few characters can have a billion digits. */
  private static void requireShort(String column, BigDecimal number) throws UnusableValue {
    if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
      throw UnusableValue.of(column, "number", "A number in it has more than 1,000 digits.");
    }
  }
}
