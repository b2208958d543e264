package com.faultmaven.cases.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes words such as {@code NullPointerException}, {@code HTTPServer} and {@code v2} apart: at the
 * humps, and between letters and digits.
 */
class Parts {

  /** What has more pieces is no name but an id or a key, of which nobody knows a piece. */
  private static final int MOST = 8;

  private static final int MOST_CHANGES_TO_DIGITS = 3;

  private Parts() {}

  /** The parts of the word at that place of the text; none if it has but one. */
  static List<Word> of(String text, int start, int end) {
    List<Integer> borders = borders(text, start, end);
    if (borders.isEmpty()) {
      return List.of();
    }
    List<Word> parts = new ArrayList<>();
    int from = start;
    for (int border : borders) {
      add(text, from, border, parts);
      from = border;
    }
    add(text, from, end, parts);
    return parts;
  }

  /** A single letter says too little to be looked for. */
  private static void add(String text, int from, int to, List<Word> parts) {
    if (to - from > 1 || Character.isDigit(text.charAt(from))) {
      parts.add(Word.whole(from, to, Folding.fold(text.substring(from, to))));
    }
  }

  private static List<Integer> borders(String text, int start, int end) {
    List<Integer> borders = new ArrayList<>();
    int digits = 0;
    for (int at = start + 1; at < end; at++) {
      char before = text.charAt(at - 1);
      char here = text.charAt(at);
      boolean number = Character.isDigit(before) != Character.isDigit(here);
      boolean hump =
          Character.isUpperCase(here)
              && (Character.isLowerCase(before)
                  || at + 1 < end && Character.isLowerCase(text.charAt(at + 1)));
      if (number || hump) {
        borders.add(at);
        digits += number ? 1 : 0;
      }
    }
    return borders.size() < MOST && digits <= MOST_CHANGES_TO_DIGITS ? borders : List.of();
  }
}
