package com.faultmaven.cases;

import com.faultmaven.cases.CaseFilter.SearchScope;
import com.faultmaven.cases.search.SearchQuery;
import java.util.Arrays;
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

  /** What a case without a rank has instead: less than any relevance, and the newest has most. */
  static final String UNRANKED = "date_part('epoch', c.created_at) / 31557600 - 1000";

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

  static boolean isForWords(CaseFilter filter) {
    CaseSearch search = of(filter);
    return search != null && search.query.hasTerms();
  }

  SearchQuery query() {
    return query;
  }

  int firstTurn() {
    return scope == SearchScope.MESSAGES ? SearchIndex.CASE_ITSELF + 1 : SearchIndex.CASE_ITSELF;
  }

  int lastTurn() {
    return scope == SearchScope.CASE ? SearchIndex.CASE_ITSELF : Integer.MAX_VALUE;
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
      cases.found(query, firstTurn(), lastTurn());
    }
    if (query.excludes()) {
      cases.and(
          "not exists (select from cases.search_documents e where e.owner_id = c.owner_id"
              + " and e.case_id = c.case_id and e.document @@ ?::tsquery)",
          owner == null ? query.excludedTsquery() : query.excludedTsquery(owner));
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
