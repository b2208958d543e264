package com.faultmaven.app.operations.check;

import java.util.Locale;

/**
 * What one look at the surroundings found.
 *
 * @param subject what was looked at
 * @param words what it is, or what is wrong and what to do about it
 */
record Finding(String subject, boolean isGood, String words) {

  static Finding good(String subject, String words) {
    return new Finding(subject, true, words);
  }

  static Finding bad(String subject, String words) {
    return new Finding(subject, false, words);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%-14s %-6s %s", subject, isGood ? "ok" : "WRONG", words);
  }
}
