package com.faultmaven.cases;

import com.faultmaven.kernel.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of a case's tags: trimmed, unique ignoring case, shown as first written, in the order
 * they came.
 *
 * @param values at most 50 names of 1 to 50 characters
 */
public record TagNames(List<String> values) {

  public TagNames {
    Map<String, String> unique = new LinkedHashMap<>();
    values.stream().map(Text::trim).forEach(name -> unique.putIfAbsent(key(name), name));
    values = List.copyOf(unique.values());
  }

  /** What two spellings of each have in common, in the same order. */
  public List<String> keys() {
    return values.stream().map(TagNames::key).toList();
  }

  /** What two spellings of one tag have in common. */
  static String key(String name) {
    return Text.key(Text.trim(name));
  }
}
