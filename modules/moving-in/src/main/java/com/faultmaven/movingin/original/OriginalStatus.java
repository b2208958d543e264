package com.faultmaven.movingin.original;

import com.faultmaven.cases.CaseStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The statuses of both generations; SQLAlchemy stores the names of some and the words of others.
 */
enum OriginalStatus {
  ACTIVE(CaseStatus.CONSULTING),
  CONSULTING(CaseStatus.CONSULTING),
  INVESTIGATING(CaseStatus.INVESTIGATING),
  PROBLEM_VERIFICATION(CaseStatus.INVESTIGATING),
  ROOT_CAUSE_ANALYSIS(CaseStatus.INVESTIGATING),
  SOLUTION_IMPLEMENTATION(CaseStatus.INVESTIGATING),
  RESOLVED(CaseStatus.RESOLVED),
  CLOSED(CaseStatus.CLOSED),
  ARCHIVED(null);

  private final @Nullable CaseStatus here;

  OriginalStatus(@Nullable CaseStatus here) {
    this.here = here;
  }

  static OriginalStatus of(String column, String word) throws UnusableValue {
    for (OriginalStatus status : values()) {
      if (status.name().equals(word.toUpperCase(Locale.ROOT))) {
        return status;
      }
    }
    throw UnusableValue.of(column, "unknown", "It is none of the original's statuses.");
  }

  /**
   * Where a case stands that has this status. To put one aside was a status; where it stood before
   * can be told from its times.
   */
  CaseStatus here(boolean resolved, boolean closed) {
    if (here != null) {
      return here;
    }
    return closed ? CaseStatus.CLOSED : resolved ? CaseStatus.RESOLVED : CaseStatus.CONSULTING;
  }

  boolean isArchived() {
    return this == ARCHIVED;
  }
}
