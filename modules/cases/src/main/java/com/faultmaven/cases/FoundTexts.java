package com.faultmaven.cases;

import com.faultmaven.cases.search.SearchQuery;
import java.util.List;

/** Where a search finds texts of cases {@code c}, in SQL. */
enum FoundTexts {
  /** All texts of one owner. */
  OF_OWNER(atOnce("search_documents d where d.owner_id = ? and ")),

  /** All texts of cases that others share with one user. */
  OF_READER(atOnce("shared_documents d where ")),

  /** The texts of each case. */
  OF_CASE(
      " join cases.search_documents d on d.owner_id = c.owner_id and d.case_id = c.case_id and "
          + FoundTexts.MATCHES);

  private static final String MATCHES = "d.document @@ ?::tsquery and d.turn between ? and ?";

  private final String join;

  FoundTexts(String join) {
    this.join = join;
  }

  /**
   * In the index, before anything else is read: {@code offset 0} keeps PostgreSQL from reading each
   * text of a user to see whether it matches, which it takes for as cheap.
   */
  private static String atOnce(String source) {
    return " join (select d.case_id, d.turn, d.written_at from cases."
        + source
        + MATCHES
        + " offset 0) d on d.case_id = c.case_id";
  }

  /** Joins the cases with their texts {@code d}. */
  String join() {
    return join;
  }

  /** What the join takes, in order. */
  List<Object> parameters(SearchQuery query, String user, int firstTurn, int lastTurn) {
    return switch (this) {
      case OF_OWNER -> List.of(user, query.tsquery(user), firstTurn, lastTurn);
      case OF_READER -> List.of(query.tsqueryOfReader(user), firstTurn, lastTurn);
      case OF_CASE -> List.of(query.tsquery(), firstTurn, lastTurn);
    };
  }
}
