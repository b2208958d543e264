package com.faultmaven.reports.clusters;

import com.faultmaven.kernel.Text;

/** What Unicode calls white space, and nothing that other languages add to it. */
final class Blank {

  private static final char FIRST_SEPARATOR = '\u001C';
  private static final char LAST_SEPARATOR = '\u001F';
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Blank() {}

  static boolean is(String text) {
    return text.chars().allMatch(it -> isSpace((char) it));
  }

  private static boolean isSpace(char character) {
    return Text.isSpace(character)
        && character != BYTE_ORDER_MARK
        && (character < FIRST_SEPARATOR || character > LAST_SEPARATOR);
  }
}
