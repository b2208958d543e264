package com.faultmaven.cleanapp;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Looks again until something is so, for ten seconds at most, at longer and longer intervals. */
final class Patience {

  private static final long[] PAUSES_MS = {
    25, 50, 75, 100, 150, 200, 300, 400, 500, 700, 1_000, 1_500, 2_000, 3_000
  };

  private Patience() {}

  static <T> T until(Supplier<T> look, Predicate<T> done) {
    T seen = look.get();
    for (long pause : PAUSES_MS) {
      if (done.test(seen) || Thread.currentThread().isInterrupted()) {
        return seen;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
      seen = look.get();
    }
    return seen;
  }
}
