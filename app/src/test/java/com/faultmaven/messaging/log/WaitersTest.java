package com.faultmaven.messaging.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class WaitersTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  private final Waiters waiters =
      new Waiters(new FeedProperties(Duration.ofMillis(5), 1, DataSize.ofMegabytes(1)));
  private final AtomicInteger looks = new AtomicInteger();

  @BeforeEach
  void start() {
    waiters.start();
  }

  @Test
  void lookUntilThereIsSomething() {
    waiters.await(LONG, () -> looks.incrementAndGet() == 3);

    assertThat(looks).hasValue(3);
  }

  @Test
  void doNotWaitWhenTooManyDoAndAreLetGoWhenTheServiceStops() {
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> waiters.await(LONG, this::no));
    await().until(() -> looks.get() > 0);

    AtomicInteger looksOfTheSecond = new AtomicInteger();
    waiters.await(LONG, () -> looksOfTheSecond.incrementAndGet() > 0);
    assertThat(looksOfTheSecond).hasValue(0);
    assertThat(first).isNotDone();
    waiters.stop();

    await().until(first::isDone);
  }

  @Test
  void giveTheirPlaceBack() {
    waiters.await(Duration.ofMillis(1), this::no);
    int before = looks.get();

    waiters.await(LONG, () -> looks.incrementAndGet() > before);

    assertThat(looks).hasValue(before + 1);
  }

  @Test
  void giveTheirPlaceBackWhateverFails() {
    assertThatThrownBy(
            () ->
                waiters.await(
                    LONG,
                    () -> {
                      throw new OutOfMemoryError("of the test");
                    }))
        .isInstanceOf(OutOfMemoryError.class);

    waiters.await(LONG, () -> looks.incrementAndGet() == 1);

    assertThat(looks).hasValue(1);
  }

  private boolean no() {
    looks.incrementAndGet();
    return false;
  }
}
