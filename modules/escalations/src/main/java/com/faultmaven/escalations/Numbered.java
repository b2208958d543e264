package com.faultmaven.escalations;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.kernel.paging.Page;
import com.faultmaven.kernel.paging.Paging;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A list of a case in the order of its rows' numbers.
 *
 * @param from the number that the page begins after
 */
record Numbered(CursorScope scope, Paging paging, long from) {

  static Numbered latestFirst(String name, CaseId id, Paging paging) {
    return of(CursorScope.of(name).with("case", id), paging, Long.MAX_VALUE);
  }

  static Numbered oldestFirst(String name, CaseId id, Paging paging) {
    return of(CursorScope.of(name).with("case", id), paging, 0);
  }

  static Numbered latestFirst(
      String name, CaseId id, @Nullable Object status, @Nullable String escalation, Paging paging) {
    return of(
        CursorScope.of(name).with("case", id).with("status", status).with("of", escalation),
        paging,
        Long.MAX_VALUE);
  }

  private static Numbered of(CursorScope scope, Paging paging, long beginning) {
    return new Numbered(
        scope,
        paging,
        paging.cursor() == null
            ? beginning
            : Cursor.read(scope, paging.cursor(), parts -> parts.number(0, Long.MAX_VALUE)));
  }

  <T> Page<T> page(List<T> fetched, LongSupplier total, ToLongFunction<T> number) {
    return Page.of(fetched, paging, total, row -> Cursor.after(scope, number.applyAsLong(row)));
  }
}
