package com.faultmaven.cleanapp;

import com.faultmaven.kernel.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words for kinds of cases and of trouble. */
final class Kinds {

  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_-]*");
  private static final int LONGEST_CLASSIFICATION = 32;
  private static final int LONGEST_TYPE = 64;

  private Kinds() {}

  /** What kind of trouble is meant, or something else if nobody says. */
  static String classification(SentJson body, String otherwise) {
    return word(body, "classification", LONGEST_CLASSIFICATION, otherwise);
  }

  /** What kind of case is meant, or something else if nobody says. */
  static String type(SentJson body, String otherwise) {
    return word(body, "type", LONGEST_TYPE, otherwise);
  }

  private static String word(SentJson body, String name, int longest, String otherwise) {
    String word = Text.trim(body.text(name, longest)).toLowerCase(Locale.ROOT);
    if (word.isEmpty()) {
      return otherwise;
    }
    if (!WORD.matcher(word).matches()) {
      throw Refused.because(name + " must be a word of letters, digits, - and _");
    }
    return word;
  }
}
