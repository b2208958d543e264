package com.faultmaven.reports.clusters;

import java.util.Arrays;

/**
 * The words of texts, as numbers. A word is a run of letters and numbers, in lower case code point
 * by code point, of three bytes of UTF-8 or more, and none of those that every report has.
 */
final class WordSets {

  private static final String[] COMMON =
      ("the and for with from that this into onto over near under school campus building facility"
              + " report issue incident hazard physical digital brick wall facade on at")
          .split(" ");

  private static final int SHORTEST = 3;

  private final Vocabulary vocabulary = new Vocabulary();
  private final int common;
  private char[] word = new char[64];
  private int[] found = new int[64];

  WordSets() {
    for (String each : COMMON) {
      vocabulary.numberOf(each.toCharArray(), each.length());
    }
    common = vocabulary.size();
  }

  /** How many numbers there are. */
  int size() {
    return vocabulary.size();
  }

  /** The words of a text, each once, sorted by their numbers. */
  int[] of(String text) {
    int count = 0;
    int length = 0;
    int bytes = 0;
    for (int index = 0; index < text.length(); ) {
      int original = text.codePointAt(index);
      int character = Character.toLowerCase(original);
      index += Character.charCount(original);
      if (isPartOfWords(character)) {
        length += append(character, length);
        bytes += bytesOf(character);
      } else {
        count = take(length, bytes, count);
        length = 0;
        bytes = 0;
      }
    }
    count = take(length, bytes, count);
    Arrays.sort(found, 0, count);
    return withoutRepetition(count);
  }

  private int append(int character, int length) {
    if (length + 2 > word.length) {
      word = Arrays.copyOf(word, word.length * 2);
    }
    return Character.toChars(character, word, length);
  }

  private int take(int length, int bytes, int count) {
    if (bytes < SHORTEST) {
      return count;
    }
    int number = vocabulary.numberOf(word, length);
    if (number < common) {
      return count;
    }
    if (count == found.length) {
      found = Arrays.copyOf(found, count * 2);
    }
    found[count] = number;
    return count + 1;
  }

  private int[] withoutRepetition(int count) {
    int distinct = 0;
    for (int index = 0; index < count; index++) {
      if (index == 0 || found[index] != found[index - 1]) {
        found[distinct++] = found[index];
      }
    }
    return Arrays.copyOf(found, distinct);
  }

  private static boolean isPartOfWords(int character) {
    return switch (Character.getType(character)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static int bytesOf(int character) {
    if (character < 0x80) {
      return 1;
    }
    return character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
  }
}
