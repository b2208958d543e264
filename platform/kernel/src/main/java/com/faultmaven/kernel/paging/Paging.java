package com.faultmaven.kernel.paging;

import com.faultmaven.kernel.InvalidRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for: the one at an offset, or the one after a cursor. Without
 * either it is the first.
 *
 * @param limit 1 to 100 rows
 * @param offset rows to skip, from 0; 0 with a cursor
 * @param cursor the {@code next_cursor} of the page before, or null
 */
public record Paging(int limit, int offset, @Nullable String cursor) {

  /**
   * Reads the parameters of a list.
   *
   * @throws InvalidRequest if both offset and cursor are given
   */
  public static Paging of(int limit, @Nullable Integer offset, @Nullable String cursor) {
    if (offset != null && cursor != null) {
      throw InvalidRequest.parameter(
          "cursor", "not_allowed", "Give either offset or cursor, not both.");
    }
    return new Paging(limit, offset == null ? 0 : offset, cursor);
  }

  /**
   * Whether the response contains the exact total: pages at an offset do, the first one included.
   */
  public boolean wantsTotal() {
    return cursor == null;
  }
}
