package com.faultmaven.reliability;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Opens cases from several sides, one in a hundred called poison, until it is stopped. */
final class Load implements AutoCloseable {

  private static final int SIDES = 8;
  private static final int POISON_ONCE_IN = 100;

  private final ExecutorService sides = Executors.newFixedThreadPool(SIDES);
  private final AtomicInteger sent = new AtomicInteger();
  private final Instance on;
  private volatile boolean stopped;

  Load(Instance on) {
    this.on = on;
    for (int i = 0; i < SIDES; i++) {
      sides.execute(this::open);
    }
  }

  private void open() {
    try {
      while (!stopped) {
        on.api().open(sent.incrementAndGet() % POISON_ONCE_IN == 0 ? "poison" : "valid");
      }
    } catch (IOException killed) {
      stopped = true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for the answers that are still to come. */
  @Override
  public void close() {
    stopped = true;
    sides.close();
  }
}
