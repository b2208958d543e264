package com.faultmaven.reports.matching;

import java.util.Locale;

/** What became of a match. */
public enum MatchState {
  /** Somebody may decide. */
  PROPOSED,
  ACCEPTED,
  /** Somebody said no, or took the report off the case. */
  DISMISSED,
  /** There is nothing to decide any more. */
  SUPERSEDED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As contracts and tables spell it. */
  public String word() {
    return word;
  }

  /** Reads a word. */
  public static MatchState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
