package com.faultmaven.casesv1;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as v1 spells them. */
final class Words {

  private Words() {}

  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The message for a client that used another word. */
  static <E extends Enum<E>> String choice(Class<E> type) {
    List<String> words =
        Arrays.stream(type.getEnumConstants()).map(word -> "'" + of(word) + "'").toList();
    return "Input should be "
        + String.join(", ", words.subList(0, words.size() - 1))
        + " or "
        + words.getLast();
  }
}
