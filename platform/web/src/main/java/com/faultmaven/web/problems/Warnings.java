package com.faultmaven.web.problems;

import java.util.function.LongSupplier;

/**
 * A hundred a second at most. Under overload, or without a database, thousands of requests fail for
 * one reason; the log is not to be one more thing to choke on, and metrics count each of them.
 */
final class Warnings {

  private static final int A_SECOND = 100;
  private static final long SECOND = 1_000_000_000;

  private final LongSupplier nanos;
  private long start;
  private int given;

  /**
   * @param nanos a clock such as {@link System#nanoTime}
   */
  Warnings(LongSupplier nanos) {
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  synchronized boolean isDue() {
    long now = nanos.getAsLong();
    if (now - start >= SECOND) {
      start = now;
      given = 0;
    }
    return given++ < A_SECOND;
  }
}
