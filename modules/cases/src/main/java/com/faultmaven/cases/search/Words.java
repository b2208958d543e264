package com.faultmaven.cases.search;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the words of a text; everything that is neither letter, digit nor accent separates them.
 * The same words are found in what is indexed and in what is searched for.
 */
class Words {

  /** Longer words are found by so many characters of theirs. */
  private static final int LONGEST = 64;

  private static final int PROLONGED_SOUND = 'ー';

  private final String text;
  private final int most;
  private final List<Word> found = new ArrayList<>();

  private Words(String text, int most) {
    this.text = text;
    this.most = most;
  }

  /** The words of a text in their order, up to that many. */
  static List<Word> of(String text, int most) {
    Words words = new Words(text, most);
    int at = 0;
    while (at < text.length() && words.found.size() < most) {
      int character = text.codePointAt(at);
      if (!isOfWord(character)) {
        at += Character.charCount(character);
      } else if (isUnspaced(character)) {
        at = words.addUnspaced(at);
      } else {
        at = words.addSpaced(at);
      }
    }
    return words.found;
  }

  /** Whether it is written in a script that puts no spaces between words. */
  static boolean isUnspaced(int character) {
    return character >= 0x1100
        && switch (UnicodeScript.of(character)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default -> character == PROLONGED_SOUND;
        };
  }

  private int addSpaced(int start) {
    int end = endOfRun(start, false);
    int cut = start + Math.min(end - start, LONGEST);
    if (cut < end && Character.isLowSurrogate(text.charAt(cut))) {
      cut--;
    }
    String form = Folding.fold(text.substring(start, cut));
    List<Word> parts = cut < end ? List.of() : Parts.of(text, start, end);
    found.add(new Word(start, end, form, Folding.withoutAccents(form), parts));
    return end;
  }

  /** Each pair of neighbours is a word; the last character, which begins no pair, is a part. */
  private int addUnspaced(int start) {
    int end = endOfRun(start, true);
    int at = start;
    int next = at + Character.charCount(text.codePointAt(at));
    if (next == end) {
      found.add(whole(start, end));
    }
    while (next < end && found.size() < most) {
      int pair = next + Character.charCount(text.codePointAt(next));
      Word word = whole(at, pair);
      found.add(pair < end ? word : word.with(List.of(whole(next, end))));
      at = next;
      next = pair;
    }
    return end;
  }

  private Word whole(int start, int end) {
    return Word.whole(start, end, Folding.fold(text.substring(start, end)));
  }

  private int endOfRun(int start, boolean unspaced) {
    int at = start;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      if (!isOfWord(character) || (isUnspaced(character) != unspaced && !isMark(character))) {
        break;
      }
      at += Character.charCount(character);
    }
    return at;
  }

  static boolean isOfWord(int character) {
    return Character.isLetterOrDigit(character) || isMark(character);
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
