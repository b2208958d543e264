package com.faultmaven.reports;

import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What is searched for, as {@code websearch_to_tsquery} reads it. Each word is written as a phrase:
 * operators that nothing follows, or that follow one another, can be more than PostgreSQL holds.
 */
final class SearchedText {

  private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

  private SearchedText() {}

  /** Empty if there is no word in it, which finds nothing. */
  static String of(String typed) {
    StringJoiner terms = new StringJoiner(" ");
    TERM.matcher(typed)
        .results()
        .filter(term -> words(term).codePoints().anyMatch(Character::isLetterOrDigit))
        .forEach(term -> terms.add(term.group(1) + '"' + words(term) + '"'));
    return terms.toString();
  }

  private static String words(MatchResult term) {
    return term.group(2) != null ? term.group(2) : term.group(3);
  }
}
