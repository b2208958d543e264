package com.faultmaven.cases;

import com.faultmaven.kernel.paging.CursorParts;
import java.time.ZoneOffset;

/** The orders a list of cases can have; each ends in the id, so that it is total. */
public enum CaseSort {
  NEWEST("-created_at", "c.created_at", "desc"),
  OLDEST("created_at", "c.created_at", "asc"),
  LATELY_UPDATED("-updated_at", "c.updated_at", "desc"),
  LONG_UNTOUCHED("updated_at", "c.updated_at", "asc"),
  /** Best match of the text searched for first. */
  RELEVANCE("relevance", CaseSearch.UNRANKED, "desc");

  private final String word;
  private final String key;
  private final String direction;

  CaseSort(String word, String key, String direction) {
    this.word = word;
    this.key = key;
    this.direction = direction;
  }

  /** As cursors name it, forever. */
  String word() {
    return word;
  }

  /**
   * The SQL expression sorted by; of relevance what cases have that are not ranked.
   *
   * @param createdAt when a case was opened, as an SQL expression
   */
  String key(String createdAt) {
    return isByCreation() ? createdAt : key;
  }

  boolean isByCreation() {
    return this == NEWEST || this == OLDEST;
  }

  /** Where a cursor of a list in this order goes on. */
  Position position(CursorParts parts) {
    Object last = this == RELEVANCE ? parts.real() : parts.instant().atOffset(ZoneOffset.UTC);
    return new Position(last, parts.word(CaseId.FORM));
  }

  /** The order of rows that have their key as {@code sort_key}. */
  String orderBy() {
    return " order by sort_key " + direction + ", case_id " + direction;
  }

  /** Selects rows after a given pair of key and id. */
  String after(String key, String id) {
    return "(" + key + ", " + id + ") " + (direction.equals("desc") ? "<" : ">") + " (?, ?)";
  }
}
