package com.faultmaven.kernel;

import java.text.Normalizer;
import java.util.Locale;

/**
 * What white space, a control character and the same word are, for everything that people write.
 *
 * <p>White space is what Unicode calls so, with what Python ({@code str.strip()}: U+001C to U+001F)
 * and ECMAScript ({@code \s}: U+FEFF) add. So whatever is not blank here matches {@code \S} in the
 * regular expressions of any language.
 */
public final class Text {

  private Text() {}

  /** Whether there is nothing but white space, or nothing at all. */
  public static boolean isBlank(String text) {
    return begin(text) == text.length();
  }

  /** Without the white space around it. */
  public static String trim(String text) {
    int begin = begin(text);
    int end = text.length();
    while (end > begin && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  /** Without the white space before it. */
  public static String trimStart(String text) {
    return text.substring(begin(text));
  }

  /** Whether there is a tab, a line break or another control character in it (Unicode's Cc). */
  public static boolean hasControls(String text) {
    for (int index = 0; index < text.length(); index++) {
      if (Character.isISOControl(text.charAt(index))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What a word has in common with the same word in upper or lower case and in the other form of
   * Unicode, in which a letter and its accent are two characters. Migrations compute it in SQL too.
   */
  public static String key(String word) {
    return Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  /** Whether it is white space; none of it is beyond the Basic Multilingual Plane. */
  public static boolean isSpace(char character) {
    return switch (character) {
      case '\t', '\n', '\u000B', '\f', '\r', ' ', '\u0085', '\u00A0', '\u1680' -> true;
      case '\u001C', '\u001D', '\u001E', '\u001F' -> true;
      case '\u2028', '\u2029', '\u202F', '\u205F', '\u3000', '\uFEFF' -> true;
      default -> character >= '\u2000' && character <= '\u200A';
    };
  }

  private static int begin(String text) {
    int begin = 0;
    while (begin < text.length() && isSpace(text.charAt(begin))) {
      begin++;
    }
    return begin;
  }
}
