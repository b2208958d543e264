package com.faultmaven.cases;

/** The orders a list of cases can have; each ends in the id, so that it is total. */
public enum CaseSort {
  NEWEST("c.created_at", "desc"),
  OLDEST("c.created_at", "asc"),
  LATELY_UPDATED("c.updated_at", "desc"),
  LONG_UNTOUCHED("c.updated_at", "asc"),
  /** Best match of the text searched for first. */
  RELEVANCE("ts_rank(c.search, cases.search_query(?))", "desc");

  private final String key;
  private final String direction;

  CaseSort(String key, String direction) {
    this.key = key;
    this.direction = direction;
  }

  /** The SQL expression sorted by; that of relevance takes the text searched for. */
  String key() {
    return key;
  }

  boolean takesText() {
    return this == RELEVANCE;
  }

  /** The order of rows that have their key as {@code sort_key}. */
  String orderBy() {
    return " order by sort_key " + direction + ", case_id " + direction;
  }

  /** Selects what comes after a given pair of key and id. */
  String after() {
    return "(" + key + ", c.case_id) " + (direction.equals("desc") ? "<" : ">") + " (?, ?)";
  }
}
