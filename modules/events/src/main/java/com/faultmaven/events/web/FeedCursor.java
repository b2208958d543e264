package com.faultmaven.events.web;

import com.faultmaven.edge.InvalidRequest;
import com.faultmaven.edge.paging.Cursor;
import com.faultmaven.events.log.LogPosition;

/** How clients see a position of the log. */
final class FeedCursor {

  private static final String LIST = "events";

  private FeedCursor() {}

  static String of(LogPosition position) {
    return Cursor.after(LIST, position.horizon() + ":" + position.seq());
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
    // the checksum vouches for the form
    String[] parts = Cursor.position(LIST, cursor).split(":", 2);
    return new LogPosition(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }
}
