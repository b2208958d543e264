package com.faultmaven.identity.passwords;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.faultmaven.kernel.Refusal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private final CountDownLatch end = new CountDownLatch(1);
  private final Set<String> begun = ConcurrentHashMap.newKeySet();
  private Turns turns = new Turns(1, 1, Duration.ofSeconds(20));

  @AfterEach
  void close() {
    end.countDown();
    turns.close();
  }

  @Test
  void giveWhatTheWorkGivesOrThrows() {
    assertThat(turns.<Boolean>take(() -> Thread.currentThread().isVirtual())).isFalse();
    assertThatThrownBy(() -> turns.take(() -> refuse())).isInstanceOf(HashingBusy.class);
    assertThatThrownBy(
            () ->
                turns.take(
                    () -> {
                      throw new StackOverflowError("of the test");
                    }))
        .isInstanceOf(StackOverflowError.class);
    assertThat(turns.<String>take(() -> "next")).isEqualTo("next");
  }

  @Test
  void refuseAtOnceWhenTooManyWait() {
    CompletableFuture<String> first = longTurn("first");
    await().until(() -> begun.contains("first"));
    CompletableFuture<String> second = longTurn("second");
    await().until(() -> !isRoom());

    assertThatThrownBy(() -> turns.take(() -> "third"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.type().status()).isEqualTo(429);
              assertThat(refusal.headers()).containsEntry("Retry-After", "5");
            });
    end.countDown();
    assertThat(first).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("first");
    assertThat(second).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("second");
  }

  @Test
  void refuseWhoWaitsTooLongAndForgetTheirWork() {
    turns.close();
    turns = new Turns(1, 1, Duration.ofMillis(1));
    CompletableFuture<String> first = longTurn("first");
    await().until(() -> begun.contains("first"));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(
              () ->
                  turns.take(
                      () -> {
                        begun.add("late");
                        return "late";
                      }))
          .isInstanceOf(HashingBusy.class);
    }
    end.countDown();
    assertThat(first).succeedsWithin(Duration.ofSeconds(20)).isEqualTo("first");
    assertThat(begun).containsExactly("first");
  }

  private boolean isRoom() {
    return turns.waiting() == 0;
  }

  private CompletableFuture<String> longTurn(String name) {
    return CompletableFuture.supplyAsync(
        () ->
            turns.take(
                () -> {
                  begun.add(name);
                  assertThat(end.await(60, SECONDS)).isTrue();
                  return name;
                }),
        work -> Thread.ofVirtual().start(work));
  }

  private static String refuse() {
    throw new HashingBusy();
  }
}
