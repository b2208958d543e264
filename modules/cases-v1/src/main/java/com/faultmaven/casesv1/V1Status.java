package com.faultmaven.casesv1;

import com.faultmaven.cases.CaseStatus;
import com.faultmaven.cases.CaseView;
import com.faultmaven.cases.v1.Standing;
import org.jspecify.annotations.Nullable;

/** The statuses of v1: one of them is another word, and one is no status any more. */
enum V1Status {
  ACTIVE(CaseStatus.CONSULTING),
  INVESTIGATING(CaseStatus.INVESTIGATING),
  RESOLVED(CaseStatus.RESOLVED),
  ARCHIVED(null),
  CLOSED(CaseStatus.CLOSED);

  private final @Nullable CaseStatus status;

  V1Status(@Nullable CaseStatus status) {
    this.status = status;
  }

  /** The status of v2; null for archived, which leaves it as it is. */
  @Nullable CaseStatus status() {
    return status;
  }

  /** Where a case stands that has this status. */
  Standing standing() {
    return new Standing(status, this == ARCHIVED);
  }

  static V1Status of(CaseView seen) {
    if (seen.archivedAt() != null) {
      return ARCHIVED;
    }
    return switch (seen.status()) {
      case CONSULTING -> ACTIVE;
      case INVESTIGATING -> INVESTIGATING;
      case RESOLVED -> RESOLVED;
      case CLOSED -> CLOSED;
    };
  }
}
