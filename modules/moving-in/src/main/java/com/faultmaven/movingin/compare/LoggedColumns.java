package com.faultmaven.movingin.compare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines whose values are separated by tabs, as nginx writes them.
 *
 * @param names method, path, names of headers; {@code -} for what is none of these
 */
record LoggedColumns(List<String> names) {

  /** For a header that was not sent. */
  private static final String NONE = "-";

  /** Quotation marks and whatever else is no plain text. */
  private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9A-Fa-f]{2})");

  private static final int HEX = 16;

  boolean areUnnamed() {
    return names.isEmpty();
  }

  /** Method and target; neither if the line has fewer values. Adds to the headers. */
  String[] read(String line, Map<String, String> headers) {
    String[] values = line.split("\t", -1);
    if (values.length < names.size()) {
      return new String[0];
    }
    String method = "GET";
    String target = "";
    for (int index = 0; index < names.size(); index++) {
      String value = unescaped(values[index]);
      switch (names.get(index).toLowerCase(Locale.ROOT)) {
        case "-" -> {}
        case "method" -> method = value;
        case "path" -> target = value;
        default -> {
          if (!value.isEmpty() && !value.equals(NONE)) {
            headers.put(names.get(index), value);
          }
        }
      }
    }
    return new String[] {method, target};
  }

  private static String unescaped(String value) {
    return ESCAPED
        .matcher(value)
        .replaceAll(
            octet ->
                Matcher.quoteReplacement(
                    Character.toString((char) Integer.parseInt(octet.group(1), HEX))));
  }
}
