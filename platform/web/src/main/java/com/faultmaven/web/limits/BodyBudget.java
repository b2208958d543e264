package com.faultmaven.web.limits;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The bytes that request bodies may take in memory at once, in the whole process or a part. */
final class BodyBudget {

  private final Semaphore free;
  private final int bytes;
  private final @Nullable BodyBudget whole;

  BodyBudget(long bytes) {
    this(bytes, null);
  }

  private BodyBudget(long bytes, @Nullable BodyBudget whole) {
    this.bytes = Math.toIntExact(Math.min(bytes, Integer.MAX_VALUE));
    this.free = new Semaphore(this.bytes);
    this.whole = whole;
  }

  /**
   * One of so many parts of it; what a part takes is taken from the whole, too.
   *
   * @param least that it has in any case
   */
  BodyBudget part(int parts, long least) {
    return new BodyBudget(Math.max(bytes / parts, least), this);
  }

  /** What one request takes of it. */
  BodyRoom room() {
    return new Room();
  }

  private boolean tryTake(int some) {
    if (!free.tryAcquire(some)) {
      return false;
    }
    if (whole != null && !whole.tryTake(some)) {
      free.release(some);
      return false;
    }
    return true;
  }

  private void giveBack(int some) {
    free.release(some);
    if (whole != null) {
      whole.giveBack(some);
    }
  }

  private final class Room implements BodyRoom {

    private int taken;

    @Override
    public void take(int some) {
      if (!tryTake(some)) {
        throw Overloaded.bodies();
      }
      taken += some;
    }

    @Override
    public void close() {
      giveBack(taken);
      taken = 0;
    }
  }
}
