package com.faultmaven.movingin.compare;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets so many through a second, evenly, and does not make up for lost time. */
final class Pace {

  private final long between;
  private long next = System.nanoTime();

  Pace(int perSecond) {
    between = TimeUnit.SECONDS.toNanos(1) / perSecond;
  }

  void await() {
    long now = System.nanoTime();
    while (now < next) {
      LockSupport.parkNanos(next - now);
      now = System.nanoTime();
    }
    next = Math.max(next, now - between) + between;
  }
}
