package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Kills the process while it deletes what a case leaves; the next one goes on. */
class KilledDeletionTest {

  private static final int MESSAGES = Integer.getInteger("reliability.messages", 50_000);

  @Test
  void goesOnInTheNextProcess() throws Exception {
    try (Database database = new Database()) {
      Instance instance = database.newInstance(5).awaitReady();
      String caseId = instance.api().open("long");
      LongConversation conversation = database.conversationOf(caseId).of(MESSAGES);
      int whole = conversation.left();

      long start = System.nanoTime();
      instance.api().delete(caseId);
      long answered = Duration.ofNanos(System.nanoTime() - start).toMillis();
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> conversation.left() < whole - 2_000);
      instance.kill();
      int left = conversation.left();

      assertThat(left).as("what was left when the process was killed").isPositive();
      database.newInstance(5).awaitReady();
      long restarted = System.nanoTime();
      await().atMost(Duration.ofMinutes(2)).until(() -> conversation.left() == 0);
      System.out.printf(
          Locale.ROOT,
          "%,d rows: answered after %d ms; %,d left when killed, gone %d ms after the restart%n",
          whole,
          answered,
          left,
          Duration.ofNanos(System.nanoTime() - restarted).toMillis());
    }
  }
}
