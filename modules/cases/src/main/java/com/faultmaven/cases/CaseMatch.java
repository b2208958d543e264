package com.faultmaven.cases;

import com.faultmaven.cases.search.Highlight;
import org.jspecify.annotations.Nullable;

/**
 * Why a search found a case.
 *
 * @param field null if the text changed since
 * @param turn the message, from 1; 0 if it was no message
 */
public record CaseMatch(
    CaseId caseId, @Nullable Field field, int turn, @Nullable Highlight highlight) {

  CaseMatch withoutHighlight() {
    return new CaseMatch(caseId, field, turn, null);
  }

  /** The text that matched. */
  public enum Field {
    TITLE,
    TAGS,
    DESCRIPTION,
    MESSAGE
  }
}
