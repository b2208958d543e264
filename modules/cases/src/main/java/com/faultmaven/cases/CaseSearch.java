package com.faultmaven.cases;

import com.faultmaven.cases.CaseFilter.SearchScope;
import com.faultmaven.cases.search.SearchQuery;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A search in SQL. */
class CaseSearch {

  /** What a match counts in a part of a word, the text, the tags and the title. */
  private static final String RANK =
      "ts_rank('{0.05, 0.2, 0.5, 1}', d.document, q.query) * case when d.turn = 0 then 1 else 0.5 end";

  /**
   * Grows with the rank and with time, a year counting as much as e times the rank; it does not
   * depend on when it is asked for, so pages fit together.
   */
  static final String RELEVANCE =
      "ln(greatest(" + RANK + ", 1e-9)) + date_part('epoch', d.written_at) / 31557600";

  /** The relevance of a case is that of its best text. Takes {@link #parameters()}. */
  static final String RELEVANCE_OF_CASE =
      "coalesce((select max("
          + RELEVANCE
          + ") from (select ?::tsquery as query) q, cases.search_documents d"
          + " where d.case_id = c.case_id and d.document @@ q.query and d.turn between ? and ?), 0)";

  /** Finds texts within a scope; takes the words, and the first and the last turn of the scope. */
  private static final String FOUND =
      "select d.case_id from cases.search_documents d"
          + " where d.document @@ ?::tsquery and d.turn between ? and ?";

  private final SearchQuery query;
  private final SearchScope scope;

  private CaseSearch(SearchQuery query, SearchScope scope) {
    this.query = query;
    this.scope = scope;
  }

  static @Nullable CaseSearch of(CaseFilter filter) {
    return filter.text() == null
        ? null
        : new CaseSearch(SearchQuery.parse(filter.text(), CaseSearch::isFilter), filter.searchIn());
  }

  SearchQuery query() {
    return query;
  }

  /** The words, and the first and the last turn of the scope. */
  List<Object> parameters() {
    return List.of(query.hasTerms() ? query.tsquery() : "", firstTurn(), lastTurn());
  }

  /**
   * Restricts cases to those found.
   *
   * @param owner whose cases they are, if they are all one user's
   */
  void restrict(CaseSelection cases, @Nullable String owner) {
    if (query.isEmpty()) {
      cases.and("false");
    }
    if (query.hasTerms()) {
      String words = owner == null ? query.tsquery() : query.tsquery(owner);
      cases.and("c.case_id in (" + FOUND + ")", words, firstTurn(), lastTurn());
    }
    if (query.excludes()) {
      String words = owner == null ? query.excludedTsquery() : query.excludedTsquery(owner);
      cases.and(
          "c.case_id not in (select d.case_id from cases.search_documents d"
              + " where d.document @@ ?::tsquery)",
          words);
    }
    filter(cases, "c.status", "status");
    filter(cases, "c.severity", "severity");
    filter(cases, "c.category", "category");
    String[] tags = values("tag", false, TagNames::key);
    if (tags.length > 0) {
      cases.and("c.tag_keys @> ?::text[]", (Object) tags);
    }
    String[] withoutTags = values("tag", true, TagNames::key);
    if (withoutTags.length > 0) {
      cases.and("not c.tag_keys && ?::text[]", (Object) withoutTags);
    }
  }

  private int firstTurn() {
    return scope == SearchScope.MESSAGES ? SearchIndex.CASE_ITSELF + 1 : SearchIndex.CASE_ITSELF;
  }

  private int lastTurn() {
    return scope == SearchScope.CASE ? SearchIndex.CASE_ITSELF : Integer.MAX_VALUE;
  }

  private static boolean isFilter(String name, String value) {
    return switch (name) {
      case "status" -> Arrays.stream(CaseStatus.values()).anyMatch(it -> it.word().equals(value));
      case "severity" -> Arrays.stream(Severity.values()).anyMatch(it -> it.word().equals(value));
      case "category" -> Arrays.stream(Category.values()).anyMatch(it -> it.word().equals(value));
      default -> true;
    };
  }

  private void filter(CaseSelection cases, String column, String name) {
    String[] wanted = values(name, false, value -> value);
    if (wanted.length > 0) {
      cases.and(column + " = any(?)", (Object) wanted);
    }
    String[] unwanted = values(name, true, value -> value);
    if (unwanted.length > 0) {
      cases.and(column + " <> all(?)", (Object) unwanted);
    }
  }

  private String[] values(String name, boolean excluded, UnaryOperator<String> word) {
    return query.filters().stream()
        .filter(filter -> filter.name().equals(name) && filter.excludes() == excluded)
        .map(filter -> word.apply(filter.value()))
        .toArray(String[]::new);
  }
}
