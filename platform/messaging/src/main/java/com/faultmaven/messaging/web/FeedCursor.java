package com.faultmaven.messaging.web;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import com.faultmaven.messaging.log.LogPosition;

/** How clients see a position of the log. */
final class FeedCursor {

  /** Consumers keep their position for as long as they like: neither this nor the parts change. */
  private static final CursorScope LIST = CursorScope.of("events");

  private FeedCursor() {}

  static String of(LogPosition position) {
    return Cursor.after(LIST, position.horizon(), position.seq());
  }

  /**
   * Reads it from the query.
   *
   * @throws InvalidRequest naming {@code after} if it is none
   */
  static LogPosition read(String cursor) {
    try {
      return position(cursor);
    } catch (InvalidRequest none) {
      throw InvalidRequest.parameter(
          "after", "invalid_format", "after must be the next_cursor of an answer of the feed.");
    }
  }

  /**
   * Reads it from a body.
   *
   * @throws InvalidRequest naming {@code to_cursor} if it is none
   */
  static LogPosition readFromBody(String cursor) {
    try {
      return position(cursor);
    } catch (InvalidRequest none) {
      throw InvalidRequest.body(
          "/to_cursor",
          "invalid_format",
          "to_cursor must be the next_cursor of an answer of the feed.");
    }
  }

  private static LogPosition position(String cursor) {
    return Cursor.read(
        LIST,
        cursor,
        parts -> new LogPosition(parts.number(0, Long.MAX_VALUE), parts.number(0, Long.MAX_VALUE)));
  }
}
