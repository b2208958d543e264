package com.faultmaven.reports;

import java.util.Locale;

/** Who may read a report. */
public enum Visibility {
  PUBLIC,
  ORGANIZATION,
  PRIVATE,
  QUARANTINED;

  /** As the contract and the database have it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Visibility of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether scopes see such a report. */
  boolean isInScopes() {
    return this == PUBLIC || this == ORGANIZATION;
  }
}
