package com.faultmaven.web.limits;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * So many at once; the others wait for a place in the order they came. As many as there are places
 * may always wait, which takes them about as long as the work before them. Several times as many
 * may while that is for a moment only, or in a rush. When the process is drowning they are refused
 * at once instead: most would wait in vain, and each takes memory meanwhile.
 */
final class Places {

  /** Who waits no longer hardly notices. */
  private static final long MOMENT = Duration.ofMillis(250).toNanos();

  /** What lasts longer is no rush. */
  private static final long RUSH = Duration.ofMillis(500).toNanos();

  /** How many may wait at most, those that wait for their share included, for each place. */
  private static final int IN_A_RUSH = 8;

  /** Of them all, so many parts may wait for one share: it leaves room for others to wait. */
  private static final int PART_OF_A_SHARE = 2;

  private final int places;
  private final Duration wait;
  private final LongSupplier nanos;
  private final Places process;
  private final Semaphore free;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicInteger waitingInProcess = new AtomicInteger();
  private volatile long lastPrompt;

  private Places(int places, Duration wait, LongSupplier nanos, @Nullable Places process) {
    this.places = places;
    this.wait = wait;
    this.nanos = nanos;
    this.process = process == null ? this : process;
    this.free = new Semaphore(places, true);
    this.lastPrompt = nanos.getAsLong();
  }

  /**
   * The places of all.
   *
   * @param wait how long one waits at most
   * @param nanos a clock such as {@link System#nanoTime}
   */
  static Places ofProcess(int places, Duration wait, LongSupplier nanos) {
    return new Places(places, wait, nanos, null);
  }

  /** Places of some among all, whose queue may be long unless the process is drowning. */
  Places share(int places) {
    return new Places(places, wait, nanos, this);
  }

  /**
   * Whether nobody has got a place within a moment for longer than a rush lasts. That ends when
   * somebody comes upon a free one: those who wait for a short time because others are refused are
   * no sign of it.
   */
  private boolean areDrowning() {
    return nanos.getAsLong() - lastPrompt > RUSH;
  }

  /** Whether whoever comes now is refused at once. */
  boolean areCrowded() {
    return process.isFull()
        || this != process && waiting() >= process.mostWaiting() / PART_OF_A_SHARE
        || waiting() >= places && process.areDrowning();
  }

  private boolean isFull() {
    return waitingInProcess.get() >= mostWaiting();
  }

  private int mostWaiting() {
    return IN_A_RUSH * places;
  }

  int waiting() {
    return waiting.get();
  }

  /** False if no place became free in time, or too many wait already. */
  boolean take() {
    try {
      if (free.tryAcquire(0, TimeUnit.NANOSECONDS)) {
        lastPrompt = nanos.getAsLong();
        return true;
      }
      return !areCrowded() && awaitOne();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean awaitOne() throws InterruptedException {
    waiting.incrementAndGet();
    process.waitingInProcess.incrementAndGet();
    long since = nanos.getAsLong();
    try {
      boolean taken = free.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
      long now = nanos.getAsLong();
      if (taken && now - since <= MOMENT && !areDrowning()) {
        lastPrompt = now;
      }
      return taken;
    } finally {
      process.waitingInProcess.decrementAndGet();
      waiting.decrementAndGet();
    }
  }

  void giveBack() {
    free.release();
  }
}
