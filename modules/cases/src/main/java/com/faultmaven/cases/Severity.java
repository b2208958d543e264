package com.faultmaven.cases;

import java.util.Locale;

/** How much the trouble hurts. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The value as contracts and tables spell it. */
  public String word() {
    return word;
  }
}
