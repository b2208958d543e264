package com.faultmaven.cases;

import com.faultmaven.edge.paging.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A row's place in an ordered list.
 *
 * @param key what the list is sorted by: a time, or a rank
 */
record Position(Object key, String caseId) {

  String text() {
    return (key instanceof OffsetDateTime time ? time.toInstant() : key) + " " + caseId;
  }

  static Position parse(String text, CaseSort sort) {
    int space = text.indexOf(' ');
    try {
      String key = text.substring(0, space);
      return new Position(
          sort.takesText() ? Float.valueOf(key) : Instant.parse(key).atOffset(ZoneOffset.UTC),
          text.substring(space + 1));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException forged) {
      throw Cursor.refused();
    }
  }
}
