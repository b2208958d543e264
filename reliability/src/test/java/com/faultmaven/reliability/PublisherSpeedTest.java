package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One process publishes a log that was written while nobody did. */
class PublisherSpeedTest {

  private static final int EVENTS = 50_000;
  private static final int ATTEMPTS = 50;

  /** A machine that does nothing else makes more than 5000. */
  private static final int LEAST_A_SECOND = 1500;

  @Test
  void emptiesALongLogSoon() throws Exception {
    try (Broker broker = new Broker().start();
        Database database = new Database()) {
      Instance instance = database.newInstance(ATTEMPTS, broker).awaitReady();
      EventLog log = database.log();
      // the topics are there, and every path was taken once
      Updates.cases(instance, 1);
      log.fill(100);
      await().atMost(Duration.ofMinutes(1)).until(log::isPublished);

      log.fill(EVENTS);
      long start = System.nanoTime();
      await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(20))
          .until(log::isPublished);
      Duration took = Duration.ofNanos(System.nanoTime() - start);

      Tally tally = Topics.read(broker).tally(log.forTopics(), log.parked());
      long speed = EVENTS * 1000L / took.toMillis();
      tally.print("published alone, " + speed + " events/s", took);
      tally.losesNothing();
      assertThat(speed).as("events a second").isGreaterThan(LEAST_A_SECOND);
    }
  }
}
