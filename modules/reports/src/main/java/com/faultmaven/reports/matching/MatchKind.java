package com.faultmaven.reports.matching;

import java.util.Locale;

/** What accepting a match does. */
public enum MatchKind {
  /** Links the report. */
  LINK,
  /** Links the report, and reopens the case. */
  REOPEN;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** As contracts and tables spell it. */
  public String word() {
    return word;
  }

  static MatchKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
