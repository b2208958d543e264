package com.faultmaven.cases;

import com.faultmaven.edge.paging.Cursor;
import java.time.DateTimeException;
import java.time.Instant;

/** A row's place in a list ordered by a time and then the id. */
record Position(Instant at, String caseId) {

  String text() {
    return at + " " + caseId;
  }

  static Position parse(String text) {
    int space = text.indexOf(' ');
    try {
      return new Position(Instant.parse(text.substring(0, space)), text.substring(space + 1));
    } catch (DateTimeException | IndexOutOfBoundsException forged) {
      throw Cursor.refused();
    }
  }
}
