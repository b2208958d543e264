package com.faultmaven.reports;

import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorParts;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.Instant;
import java.util.stream.Stream;

/** Which reports of a list come first. */
public enum ReportSort {
  NEWEST("-reported_at", "r.reported_at desc, r.seq desc", "(r.reported_at, r.seq) < (:at, :seq)"),
  OLDEST("reported_at", "r.reported_at, r.seq", "(r.reported_at, r.seq) > (:at, :seq)"),
  WORST(
      "-severity",
      "coalesce(r.severity, -1) desc, r.reported_at desc, r.seq desc",
      "(coalesce(r.severity, -1), r.reported_at, r.seq) < (:severity, :at, :seq)");

  private final String word;
  private final String order;
  private final String after;

  ReportSort(String word, String order, String after) {
    this.word = word;
    this.order = order;
    this.after = after;
  }

  public static ReportSort of(String word) {
    return Stream.of(values()).filter(it -> it.word.equals(word)).findFirst().orElseThrow();
  }

  String word() {
    return word;
  }

  String order() {
    return order;
  }

  /** What holds for the rows behind a position. */
  String after() {
    return after;
  }

  /**
   * Where a page ended.
   *
   * @param severity of the row there; -1 without one
   */
  record Position(double severity, Instant at, int seq) {

    String cursor(CursorScope list) {
      return Cursor.after(list, severity, at, seq);
    }

    static Position of(CursorParts parts) {
      return new Position(parts.real(), parts.instant(), (int) parts.number(1, Integer.MAX_VALUE));
    }
  }
}
