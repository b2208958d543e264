package com.faultmaven.web.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many at once; the others wait for a place in the order they came. */
final class Places {

  private final Semaphore free;
  private final long waitNanos;

  Places(int atOnce, Duration wait) {
    this.free = new Semaphore(atOnce, true);
    this.waitNanos = wait.toNanos();
  }

  /** False if no place became free in time. */
  boolean take() {
    try {
      return free.tryAcquire(waitNanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void giveBack() {
    free.release();
  }
}
