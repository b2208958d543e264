package com.faultmaven.cases.search;

import java.util.List;

/**
 * A word of a text: an unbroken run of letters and digits, or a pair of characters of a script that
 * puts no spaces between words.
 *
 * @param start where it begins in the text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param form what it is found by: normalized, without case
 * @param plain the form without accents; the form itself if it has none
 * @param parts what it is made of, such as {@code null}, {@code pointer} and {@code exception};
 *     none if it is of one piece
 */
record Word(int start, int end, String form, String plain, List<Word> parts) {

  static Word whole(int start, int end, String form) {
    return new Word(start, end, form, Folding.withoutAccents(form), List.of());
  }

  Word with(List<Word> parts) {
    return new Word(start, end, form, plain, parts);
  }

  boolean isCalled(String sought, boolean unfinished) {
    return unfinished
        ? form.startsWith(sought) || plain.startsWith(sought)
        : form.equals(sought) || plain.equals(sought);
  }
}
