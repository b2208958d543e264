package com.faultmaven.status;

import java.util.List;
import java.util.Locale;

/** How far the work on an incident has got: one step after the other. */
public enum IncidentStatus {
  INVESTIGATING,
  IDENTIFIED,
  MONITORING,
  RESOLVED;

  /** The statuses that come next: one, or none at the end. */
  public List<IncidentStatus> next() {
    return this == RESOLVED ? List.of() : List.of(values()[ordinal() + 1]);
  }

  /** Whether an incident may go there step by step. */
  boolean canMoveTo(IncidentStatus wanted) {
    return next().contains(wanted);
  }

  /** As contract and table spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status of a word of the contract or the table. */
  public static IncidentStatus of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
