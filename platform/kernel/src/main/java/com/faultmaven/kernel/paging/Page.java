package com.faultmaven.kernel.paging;

import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows may be made anew each time they are gone through
 * @param total exact number of rows of the whole list; null on pages after a cursor
 * @param nextCursor leads to the next page; null on the last
 */
public record Page<T>(
    List<T> rows, Paging asked, @Nullable Long total, @Nullable String nextCursor) {

  /**
   * Makes the page of what was fetched: one row more than the limit shows that there is a next
   * page.
   *
   * @param total counts the whole list; called only if the page contains it
   * @param cursorAfter makes the cursor that continues after a row
   */
  public static <T> Page<T> of(
      List<T> fetched, Paging asked, LongSupplier total, Function<T, String> cursorAfter) {
    boolean more = fetched.size() > asked.limit();
    List<T> rows = List.copyOf(more ? fetched.subList(0, asked.limit()) : fetched);
    return new Page<>(
        rows,
        asked,
        asked.wantsTotal() ? total.getAsLong() : null,
        more ? cursorAfter.apply(rows.getLast()) : null);
  }

  /** The same page of something else, which is made row by row when it is gone through. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<>(
        new LazyRows<>(rows.size(), () -> rows.stream().map(mapping)), asked, total, nextCursor);
  }

  /** The offset of the page, or null after a cursor. */
  public @Nullable Integer offset() {
    return asked.wantsTotal() ? asked.offset() : null;
  }
}
