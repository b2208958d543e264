package com.faultmaven.cases.search;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * What somebody typed into a search box. What does not parse is text: nothing is refused.
 *
 * @param alternatives of each all terms are required; one alternative is enough
 * @param excluded terms of which a case may have none
 * @param filters such as {@code tag:prod}
 */
public record SearchQuery(
    List<List<Term>> alternatives, List<Term> excluded, List<Filter> filters) {

  /**
   * A filter that was typed.
   *
   * @param name of the filter: tag, status, severity or category
   * @param excludes whether it was typed with a leading {@code -}
   */
  public record Filter(String name, String value, boolean excludes) {}

  /**
   * @param isFilter whether a filter of that name knows that value; otherwise it is text
   */
  public static SearchQuery parse(String typed, BiPredicate<String, String> isFilter) {
    return new SearchBox(typed, isFilter).read();
  }

  /** Nothing to look for was typed, so nothing is found. */
  public boolean isEmpty() {
    return alternatives.isEmpty() && excluded.isEmpty() && filters.isEmpty();
  }

  public boolean hasTerms() {
    return !alternatives.isEmpty();
  }

  /** The terms as PostgreSQL's {@code tsquery} is written. */
  public String tsquery() {
    return alternatives.stream()
        .map(terms -> joined(terms, " & "))
        .collect(Collectors.joining(" | ", "(", ")"));
  }

  /** The same, for texts of an owner's cases only. */
  public String tsquery(String owner) {
    return ofOwner(owner, tsquery());
  }

  /** The same, for texts only of cases that are shared with a user. */
  public String tsqueryOfReader(String user) {
    return readBy(user) + " & " + tsquery();
  }

  /** Finds every text of cases that are shared with a user. */
  public static String readBy(String user) {
    return Lexemes.quoted(SearchDocument.readerLexeme(user));
  }

  public boolean excludes() {
    return !excluded.isEmpty();
  }

  /** Finds what has any of the excluded terms, of an owner's cases only. */
  public String excludedTsquery(String owner) {
    return ofOwner(owner, excludedTsquery());
  }

  public String excludedTsquery() {
    return joined(excluded, " | ");
  }

  List<Term> terms() {
    return alternatives.stream().flatMap(List::stream).toList();
  }

  private static String ofOwner(String owner, String tsquery) {
    return Lexemes.quoted(SearchDocument.ownerLexeme(owner)) + " & " + tsquery;
  }

  private static String joined(List<Term> terms, String operator) {
    return terms.stream().map(Term::tsquery).collect(Collectors.joining(operator, "(", ")"));
  }
}
