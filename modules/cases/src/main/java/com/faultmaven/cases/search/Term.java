package com.faultmaven.cases.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words that are searched for as they follow each other; usually one. */
record Term(List<Sought> words) {

  /**
   * @param unfinished whether words that begin so are meant as well
   */
  record Sought(String form, boolean unfinished) {

    private String tsquery() {
      return Lexemes.quoted(form) + (unfinished ? ":*" : "");
    }
  }

  /**
   * @param shortest of so many characters the last word must be to count as unfinished
   */
  static Term of(List<Word> words, boolean unfinished, int shortest) {
    List<Sought> sought = new ArrayList<>();
    for (Word word : words) {
      int length = word.form().codePointCount(0, word.form().length());
      boolean prefix =
          Words.isUnspaced(word.form().codePointAt(0))
              ? length == 1
              : unfinished && word == words.getLast() && length >= shortest;
      sought.add(new Sought(word.form(), prefix));
    }
    return new Term(sought);
  }

  String tsquery() {
    return words.stream().map(Sought::tsquery).collect(Collectors.joining(" <-> ", "(", ")"));
  }

  /** Where it stands in a text, in the order of the text. */
  List<Range> in(List<Word> text) {
    List<Range> found = new ArrayList<>();
    for (int first = 0; first + words.size() <= text.size(); first++) {
      Range range = at(first, text);
      if (range != null) {
        found.add(range);
      }
    }
    return found;
  }

  private @Nullable Range at(int first, List<Word> text) {
    int start = 0;
    int end = 0;
    for (int i = 0; i < words.size(); i++) {
      Word found = match(words.get(i), text.get(first + i));
      if (found == null) {
        return null;
      }
      start = i == 0 ? found.start() : start;
      end = found.end();
    }
    return new Range(start, end);
  }

  private static @Nullable Word match(Sought sought, Word word) {
    if (word.isCalled(sought.form, sought.unfinished)) {
      return word;
    }
    return word.parts().stream()
        .filter(part -> part.isCalled(sought.form, sought.unfinished))
        .findFirst()
        .orElse(null);
  }
}
