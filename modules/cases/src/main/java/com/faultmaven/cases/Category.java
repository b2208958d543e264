package com.faultmaven.cases;

import java.util.Locale;

/** What kind of trouble it is. */
public enum Category {
  PERFORMANCE,
  ERROR,
  CONFIGURATION,
  INFRASTRUCTURE,
  SECURITY,
  OTHER;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The value as contracts and tables spell it. */
  public String word() {
    return word;
  }
}
