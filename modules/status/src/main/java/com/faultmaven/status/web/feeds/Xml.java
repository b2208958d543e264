package com.faultmaven.status.web.feeds;

/** What XML 1.0 cannot hold, not even escaped. */
final class Xml {

  private Xml() {}

  /** The text without it. */
  static String clean(String text) {
    return text.codePoints().allMatch(Xml::isCharacter)
        ? text
        : text.codePoints()
            .filter(Xml::isCharacter)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean isCharacter(int code) {
    return code == '\t'
        || code == '\n'
        || code == '\r'
        || code >= ' ' && code <= 0xD7FF
        || code >= 0xE000 && code <= 0xFFFD
        || code >= 0x10000;
  }
}
