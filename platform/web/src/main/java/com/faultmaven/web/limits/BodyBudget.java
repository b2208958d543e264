package com.faultmaven.web.limits;

import java.util.concurrent.Semaphore;

/** The bytes that request bodies may take in memory at once, in the whole process. */
final class BodyBudget {

  private final Semaphore free;

  BodyBudget(long bytes) {
    this.free = new Semaphore(Math.toIntExact(Math.min(bytes, Integer.MAX_VALUE)));
  }

  /** What one request takes of it. */
  Share share() {
    return new Share();
  }

  final class Share implements AutoCloseable {

    private int taken;

    /**
     * Takes more.
     *
     * @throws Overloaded if there is not that much left
     */
    void take(int bytes) {
      if (!free.tryAcquire(bytes)) {
        throw Overloaded.bodies();
      }
      taken += bytes;
    }

    @Override
    public void close() {
      free.release(taken);
    }
  }
}
