package com.faultmaven.cases.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/** What makes two spellings of a word the same: normal form NFKC, and full case folding. */
class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Of one character there may come eighteen, and PostgreSQL takes 2,046 bytes of a word. */
  private static final int LONGEST = 128;

  private Folding() {}

  /** The form under which a word is found. By way of the upper case ß becomes ss, and ς σ. */
  static String fold(String word) {
    if (isAscii(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    String upper = Normalizer.normalize(word, Form.NFKC).toUpperCase(Locale.ROOT);
    return bounded(Normalizer.normalize(upper.toLowerCase(Locale.ROOT), Form.NFKC));
  }

  private static String bounded(String form) {
    if (form.length() <= LONGEST) {
      return form;
    }
    int end = Character.isHighSurrogate(form.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return form.substring(0, end);
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
