package com.faultmaven.cases;

/** The orders a list of cases can have; each ends in the id, so that it is total. */
public enum CaseSort {
  NEWEST("created_at", true),
  OLDEST("created_at", false),
  LATELY_UPDATED("updated_at", true),
  LONG_UNTOUCHED("updated_at", false);

  private final String column;
  private final boolean descending;

  CaseSort(String column, boolean descending) {
    this.column = column;
    this.descending = descending;
  }

  String orderBy() {
    String direction = descending ? " desc" : " asc";
    return "c." + column + direction + ", c.case_id" + direction;
  }

  /** Selects what comes after a given pair of time and id. */
  String after() {
    return "(c." + column + ", c.case_id) " + (descending ? "<" : ">") + " (?, ?)";
  }

  Position positionOf(CaseView row) {
    return new Position(
        column.equals("created_at") ? row.createdAt() : row.updatedAt(), row.id().value());
  }
}
