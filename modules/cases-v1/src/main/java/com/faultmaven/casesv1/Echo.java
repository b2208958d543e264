package com.faultmaven.casesv1;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows a client what it sent, but not at length. */
final class Echo {

  private static final int LONGEST = 500;

  private Echo() {}

  static @Nullable Object of(JsonNode node) {
    String json = node.toString();
    return json.length() <= LONGEST ? node : of(node.isString() ? node.stringValue() : json);
  }

  static String of(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return text.substring(0, end) + "…";
  }
}
