package com.faultmaven.web.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/** Reads role names; whatever cannot be understood grants nothing. */
final class Roles {

  private static final int LONGEST = 4096;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:@/-]{1,100}");
  private static final ObjectReader JSON_ARRAY =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerForListOf(Object.class);

  private Roles() {}

  /**
   * From a header: a JSON array as the gateway sends it, or names between commas. A gateway that
   * folds a forged header into its own makes neither of them, or repeats a name.
   */
  static Set<String> parse(String header) {
    if (header.length() > LONGEST) {
      return Set.of();
    }
    if (!header.startsWith("[")) {
      List<String> names =
          Stream.of(header.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
      return Set.copyOf(names).size() == names.size() ? of(names) : Set.of();
    }
    try {
      return of(JSON_ARRAY.<List<Object>>readValue(header));
    } catch (JacksonException malformed) {
      return Set.of();
    }
  }

  /** From a claim: all of them, or none if one of them is no name. */
  static Set<String> of(Collection<?> names) {
    boolean valid =
        names.stream().allMatch(name -> name instanceof String s && NAME.matcher(s).matches());
    return valid
        ? names.stream()
            .map(name -> name.toString().toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
