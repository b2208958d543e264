package com.faultmaven.cases;

import java.util.List;
import java.util.Locale;

/** Where a case stands, and where it may go from there. */
public enum CaseStatus {
  CONSULTING,
  INVESTIGATING,
  RESOLVED,
  CLOSED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The status as contracts and tables spell it. */
  public String word() {
    return word;
  }

  /** The moves a caller may make from here; resolved goes back to investigating when reopened. */
  public List<CaseStatus> next() {
    return switch (this) {
      case CONSULTING -> List.of(INVESTIGATING, CLOSED);
      case INVESTIGATING -> List.of(RESOLVED, CLOSED);
      case RESOLVED -> List.of(CLOSED, INVESTIGATING);
      case CLOSED -> List.of();
    };
  }

  boolean canMoveTo(CaseStatus next) {
    return next().contains(next);
  }
}
