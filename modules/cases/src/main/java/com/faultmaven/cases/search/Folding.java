package com.faultmaven.cases.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** What makes two spellings of a word the same: normal form NFKC, and full case folding. */
class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  /** The form under which a word is found. By way of the upper case ß becomes ss, and ς σ. */
  static String fold(String word) {
    if (isAscii(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    String upper = Normalizer.normalize(word, Form.NFKC).toUpperCase(Locale.ROOT);
    return Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Form.NFKC);
  }

  static String withoutAccents(String form) {
    return isAscii(form)
        ? form
        : Normalizer.normalize(
            MARKS.matcher(Normalizer.normalize(form, Form.NFD)).replaceAll(""), Form.NFC);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
