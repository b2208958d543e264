package com.faultmaven.movingin.compare;

import java.util.Map;

/**
 * A read somebody made.
 *
 * @param target path and query
 * @param headers who made it, and what they accept
 */
record LoggedRead(String target, Map<String, String> headers) {

  /** The path with what names a thing left out, so that reads of one kind come together. */
  String route() {
    String path = target.replaceFirst("\\?.*", "");
    StringBuilder route = new StringBuilder();
    String before = "";
    for (String segment : path.substring(1).split("/", -1)) {
      boolean version = segment.matches("v\\d+");
      boolean name =
          !version
              && (segment.matches(".*\\d.*")
                  || before.matches("session|users|cases|tags")
                      && !segment.matches("session|facets|health|"));
      route.append('/').append(name ? "{id}" : segment);
      before = segment;
    }
    return route.toString();
  }
}
