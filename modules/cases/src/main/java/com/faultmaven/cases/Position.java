package com.faultmaven.cases;

import com.faultmaven.kernel.paging.Cursor;
import com.faultmaven.kernel.paging.CursorScope;
import java.time.OffsetDateTime;

/**
 * A row's place in an ordered list.
 *
 * @param key what the list is sorted by: a time, or a relevance
 */
record Position(Object key, String caseId) {

  /** Goes on behind it; {@link CaseSort#position} reads it back. */
  String cursor(CursorScope list) {
    return Cursor.after(list, key instanceof OffsetDateTime time ? time.toInstant() : key, caseId);
  }
}
