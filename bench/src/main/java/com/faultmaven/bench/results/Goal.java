package com.faultmaven.bench.results;

/**
 * Something that is promised of the service besides a ratio.
 *
 * @param bound what the value must be at most, or at least
 */
public record Goal(String what, double value, double bound, boolean atMost) {

  public static Goal atMost(String what, double value, double bound) {
    return new Goal(what, value, bound, true);
  }

  public static Goal atLeast(String what, double value, double bound) {
    return new Goal(what, value, bound, false);
  }

  public boolean met() {
    return atMost ? value <= bound : value >= bound;
  }
}
