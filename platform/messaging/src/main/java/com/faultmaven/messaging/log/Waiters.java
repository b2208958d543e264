package com.faultmaven.messaging.log;

import com.faultmaven.web.limits.Work;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Requests that wait for something to happen. Each looks again and again, so there are only so
 * many; and all are let go when the service stops, before the server waits for its requests.
 */
@Component
class Waiters implements SmartLifecycle {

  private final FeedProperties properties;
  private final Semaphore places;
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  Waiters(FeedProperties properties) {
    this.properties = properties;
    this.places = new Semaphore(properties.waiters());
  }

  /** Looks again and again until there is something, the time is up, or there is no place. */
  void await(Duration atMost, BooleanSupplier something) {
    if (atMost.isZero() || !places.tryAcquire()) {
      return;
    }
    try {
      Work.pause(() -> lookUntil(System.nanoTime() + atMost.toNanos(), something));
    } finally {
      places.release();
    }
  }

  private void lookUntil(long deadline, BooleanSupplier something) {
    while (deadline - System.nanoTime() > 0 && pause() && !something.getAsBoolean()) {
      continue;
    }
  }

  private boolean pause() {
    try {
      return !stopped.await(properties.look().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
  }

  @Override
  public void stop() {
    stopped.countDown();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
