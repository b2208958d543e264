package com.faultmaven.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.util.StringUtils;

/**
 * Judges a path as it was sent. Gateways, the container and the handlers each read paths their own
 * way; one they could read differently is refused.
 */
final class SentPath {

  private SentPath() {}

  /**
   * The path as everybody reads it alike: a semicolon is part of its segment, and no delimiter.
   *
   * @throws AmbiguousPath if it has a segment {@code .} or {@code ..}, or escapes that are not
   *     UTF-8
   */
  static String checked(String sent) {
    if (hasDotSegment(sent)) {
      throw AmbiguousPath.dots();
    }
    if (sent.indexOf('%') >= 0 && !isUtf8(sent)) {
      throw AmbiguousPath.notUtf8();
    }
    return sent.indexOf(';') < 0 ? sent : sent.replace(";", "%3B");
  }

  /** The container cuts a segment at its semicolon before it resolves dots. */
  private static boolean hasDotSegment(String sent) {
    if (!sent.contains("/.") && !sent.contains("/%2")) {
      return false;
    }
    for (String segment : StringUtils.delimitedListToStringArray(sent, "/")) {
      int end = segment.indexOf(';');
      String name =
          (end < 0 ? segment : segment.substring(0, end)).replace("%2e", ".").replace("%2E", ".");
      if (name.equals(".") || name.equals("..")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUtf8(String sent) {
    byte[] octets = new byte[sent.length()];
    int length = 0;
    for (int i = 0; i < sent.length(); i++) {
      char character = sent.charAt(i);
      if (character == '%') {
        if (i + 2 >= sent.length()) {
          return false;
        }
        int octet =
            Character.digit(sent.charAt(i + 1), 16) << 4 | Character.digit(sent.charAt(i + 2), 16);
        if (octet < 0) {
          return false;
        }
        octets[length++] = (byte) octet;
        i += 2;
      } else {
        octets[length++] = (byte) character;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets, 0, length));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }
}
