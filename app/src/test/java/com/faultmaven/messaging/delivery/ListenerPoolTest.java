package com.faultmaven.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ListenerPoolTest {

  private final ListenerPool pool =
      new ListenerPool(
          new ListenerProperties(1, 2), Duration.ofSeconds(20), () -> finishedBefore = finished());
  private int finishedBefore = -1;
  private final CountDownLatch started = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger finished = new AtomicInteger();

  @AfterEach
  void stop() {
    released.countDown();
    pool.stop();
  }

  @Test
  void hasAnEnd() throws InterruptedException {
    fill();

    assertThat(isPutOff()).isTrue();
    released.countDown();
    await().until(() -> finished.get() == 3);
    assertThat(isPutOff()).isFalse();
  }

  @Test
  void finishesWhatRunsAndLeavesWhatWaits() throws InterruptedException {
    fill();
    CompletableFuture<Void> stopping = CompletableFuture.runAsync(pool::stop);
    await().until(() -> !pool.isRunning());

    assertThat(isPutOff()).isTrue();
    assertThat(stopping).isNotDone();
    released.countDown();
    stopping.join();
    assertThat(finished).hasValue(1);
    assertThat(finishedBefore).as("what waits is handed over after what ran").isEqualTo(1);

    pool.start();
    pool.execute(finished::incrementAndGet);
    await().until(() -> finished.get() == 2);
  }

  private int finished() {
    return finished.get();
  }

  private boolean isPutOff() {
    CompletableFuture<Boolean> isPutOff = new CompletableFuture<>();
    pool.execute(() -> isPutOff.complete(ListenerPool.isFull()));
    return isPutOff.join();
  }

  private void fill() throws InterruptedException {
    pool.execute(this::runUntilReleased);
    started.await();
    pool.execute(this::runUntilReleased);
    pool.execute(this::runUntilReleased);
  }

  private void runUntilReleased() {
    started.countDown();
    try {
      released.await();
      finished.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
