package com.faultmaven.kernel;

import java.util.Locale;

/**
 * What one look at the surroundings of the service found.
 *
 * @param subject what was looked at
 * @param words what it is, or what is wrong and what to do about it
 */
public record Finding(String subject, boolean isGood, String words) {

  /** It is as it should be. */
  public static Finding good(String subject, String words) {
    return new Finding(subject, true, words);
  }

  /** It is not. */
  public static Finding bad(String subject, String words) {
    return new Finding(subject, false, words);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%-14s %-6s %s", subject, isGood ? "ok" : "WRONG", words);
  }
}
