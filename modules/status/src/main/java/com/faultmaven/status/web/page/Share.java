package com.faultmaven.status.web.page;

import com.faultmaven.kernel.Foreground;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many requests for pages may be at work at once: nobody knows who sends them, and the other
 * connections of requests are for those of the API.
 */
final class Share {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Semaphore places;
  private final Duration patience;

  Share(int places) {
    this(places, PATIENCE);
  }

  Share(int places, Duration patience) {
    this.places = new Semaphore(places);
    this.patience = patience;
  }

  /**
   * Does work when it is its turn.
   *
   * @throws PageUnavailable if that takes too long
   */
  <T> T inTurn(Supplier<T> work) {
    if (!enter()) {
      throw PageUnavailable.forNow();
    }
    try {
      return Foreground.get(work);
    } finally {
      leave();
    }
  }

  /** Waits for a place; whoever gets one leaves it again. */
  boolean enter() {
    try {
      return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  void leave() {
    places.release();
  }
}
