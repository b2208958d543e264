package com.faultmaven.kernel.paging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched of a page whose rows can be large: those that fit into {@link #MOST_BYTES}, but
 * one at least.
 *
 * @param fitting the first rows of the page
 * @param whole how many rows the page would have if all of them did
 * @param cursorAfter makes the cursor that continues after a row
 * @param cursorAtEnd continues after the whole page; null if nothing is there
 */
public record LargeRows<T>(
    List<T> fitting, int whole, Function<T, String> cursorAfter, @Nullable String cursorAtEnd) {

  /** Bytes after which no more rows are fetched at once. */
  public static final int MOST_BYTES = 1024 * 1024;

  /**
   * Makes the page. After a cursor it ends with what fits. By offset it has all its rows, because
   * who adds up limits would miss the others: they are fetched when those before have been gone
   * through.
   *
   * @param total counts the whole list; called only if the page contains it
   * @param next fetches the page after a cursor
   */
  public Page<T> page(Paging asked, LongSupplier total, Function<Paging, Page<T>> next) {
    if (asked.cursor() != null) {
      return fitting(asked);
    }
    List<T> rows =
        fitting.size() == whole
            ? fitting
            : new LazyRows<>(whole, () -> following(fitting(asked), next).limit(whole));
    return new Page<>(rows, asked, total.getAsLong(), cursorAtEnd);
  }

  private Page<T> fitting(Paging asked) {
    boolean all = fitting.size() == whole;
    return new Page<>(
        fitting, asked, null, all ? cursorAtEnd : cursorAfter.apply(fitting.getLast()));
  }

  private static <T> Stream<T> following(Page<T> first, Function<Paging, Page<T>> next) {
    return Stream.iterate(
            Optional.of(first),
            Optional::isPresent,
            page -> page.flatMap(last -> after(last, next)))
        .flatMap(page -> page.orElseThrow().rows().stream());
  }

  private static <T> Optional<Page<T>> after(Page<T> page, Function<Paging, Page<T>> next) {
    return Optional.ofNullable(page.nextCursor())
        .map(cursor -> next.apply(new Paging(page.asked().limit(), 0, cursor)));
  }
}
