package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A process finds what others have left undelivered, and does not choke on it. */
class BacklogTest {

  private static final int BACKLOG = 100_000;
  private static final int TO_WARM_UP = 200;
  private static final int ATTEMPTS = 50;
  private static final int MEGABYTES_MORE = 150;
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration SAMPLE = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @Test
  void isWorkedOffInLittleMemoryAndDelaysNothingFresh() throws Exception {
    try (Database database = new Database()) {
      Instance before = database.newInstance(ATTEMPTS).awaitReady();
      Updates.cases(before, TO_WARM_UP);
      await().atMost(Duration.ofMinutes(1)).until(() -> database.deliveries().undelivered() == 0);
      long idle = Heap.megabytes(before);
      leaveBacklog(before, database);

      long start = System.nanoTime();
      Instance instance = database.newInstance(ATTEMPTS).awaitReady();
      long most = Heap.megabytes(instance);
      long sampled = System.nanoTime();
      Duration slowest = Duration.ZERO;
      int fresh = 0;
      while (database.deliveries().undelivered() > 0) {
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
        while (System.nanoTime() - sampled < SAMPLE.toNanos()) {
          Duration effect = effect(instance, database);
          slowest = effect.compareTo(slowest) > 0 ? effect : slowest;
          fresh++;
        }
        most = Math.max(most, Heap.megabytes(instance));
        sampled = System.nanoTime();
      }
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      System.out.printf(
          Locale.ROOT,
          "heap %d MB idle, %d MB at most; %d fresh cases took %d ms at most%n",
          idle,
          most,
          fresh,
          slowest.toMillis());
      Tally tally = database.deliveries().tally().with(BACKLOG);
      tally.print("a backlog, and fresh ones", took);
      tally.holdsThePromise();
      assertThat(most - idle).as("megabytes more").isLessThan(MEGABYTES_MORE);
    }
  }

  private static void leaveBacklog(Instance instance, Database database)
      throws IOException, InterruptedException {
    database.deliveries().turn(false);
    instance.api().open("valid");
    await().atMost(FRESH).until(() -> database.deliveries().failed() == 1);
    instance.kill();
    database.deliveries().turn(true);
    database.deliveries().multiplyUndelivered(BACKLOG);
  }

  /** How long it takes from the question to the effect. */
  private static Duration effect(Instance instance, Database database)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    String caseId = instance.api().open("certain");
    await()
        .atMost(FRESH)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> database.deliveries().hasEffect(caseId));
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
