package com.faultmaven.cleanapp;

import com.faultmaven.kernel.Text;
import java.nio.charset.StandardCharsets;

/** What a line of text is. */
final class Lines {

  private Lines() {}

  /** Whether somebody takes it for several: some begin a new one at U+2028 and U+2029. */
  static boolean areBroken(String text) {
    return Text.hasControls(text) || text.indexOf('\u2028') >= 0 || text.indexOf('\u2029') >= 0;
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** The text, or something else if there is nothing but white space in it. */
  static String orElse(String text, String otherwise) {
    return Text.isBlank(text) ? otherwise : text;
  }
}
