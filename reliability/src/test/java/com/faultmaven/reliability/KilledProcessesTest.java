package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Kills the process under load, over and over, and counts what came of what it had committed. */
class KilledProcessesTest {

  private static final int ROUNDS = Integer.getInteger("reliability.rounds", 6);
  private static final int CASES_A_ROUND = 400;
  private static final int ATTEMPTS = 6;

  @Test
  void loseNothingAndDoNothingTwice() {
    long start = System.nanoTime();
    try (Database database = new Database()) {
      int interrupted = 0;
      for (int round = 1; round <= ROUNDS; round++) {
        interrupted += killUnderLoad(database);
      }
      assertThat(interrupted).as("deliveries under way when a process was killed").isPositive();
      database.newInstance(ATTEMPTS).awaitReady();
      await().atMost(Duration.ofMinutes(5)).until(() -> database.deliveries().undelivered() == 0);
      Tally tally = database.deliveries().tally();
      tally.print(
          ROUNDS + " × kill -9, " + interrupted + " interrupted",
          Duration.ofNanos(System.nanoTime() - start));
      tally.holdsThePromise();
    }
  }

  /** Says how many deliveries were under way. */
  private static int killUnderLoad(Database database) {
    Instance instance = database.newInstance(ATTEMPTS).awaitReady();
    int before = database.deliveries().committed();
    try (Load _ = new Load(instance)) {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> database.deliveries().committed() >= before + CASES_A_ROUND);
      instance.kill();
    }
    return database.deliveries().undelivered() - database.deliveries().failed();
  }
}
