package com.faultmaven.jobs;

import java.time.Duration;

/**
 * How long a task waits after it failed: twice as long each time.
 *
 * @param first after the first failure
 * @param longest however often it failed
 */
public record Backoff(Duration first, Duration longest) {

  /** For work whose failures pass by themselves. */
  public static final Backoff USUAL = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(10));

  /** Far more than there is between the shortest and the longest anybody waits. */
  private static final int DOUBLINGS = 30;

  public Backoff {
    if (!first.isPositive() || longest.compareTo(first) < 0) {
      throw new IllegalArgumentException("A task waits, and no longer than the longest time.");
    }
  }

  /**
   * How long after this failure.
   *
   * @param earlier how often in a row it failed before
   */
  Duration after(int earlier) {
    Duration doubled = first.multipliedBy(1L << Math.min(earlier, DOUBLINGS));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }
}
