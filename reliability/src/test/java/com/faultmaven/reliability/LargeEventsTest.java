package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Events that are much larger together than the heap of the process that publishes them. */
class LargeEventsTest {

  private static final int EVENTS = 500;
  private static final int ATTEMPTS = 50;

  @Test
  void arePublishedAndFedBesideEachOther() throws Exception {
    try (Broker broker = new Broker().start();
        Database database = new Database()) {
      Instance instance = database.newInstance(ATTEMPTS, broker).awaitReady();
      EventLog log = database.log();
      Updates.cases(instance, 1);
      await().atMost(Duration.ofMinutes(1)).until(log::isPublished);

      long start = System.nanoTime();
      log.fillLarge(EVENTS);
      try (Feed feed = new Feed(instance.api())) {
        await().atMost(Duration.ofMinutes(10)).until(log::isPublished);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        Tally tally = Topics.read(broker).tally(log.forTopics(), log.parked());
        tally.print("500 × 724 KB published", took);
        tally.losesNothing();
        Tally fed = feed.toTheEnd().tally(log.forFeed(), 0);
        fed.print("500 × 724 KB fed", Duration.ofNanos(System.nanoTime() - start));
        fed.losesNothing();
      }
      assertThat(instance.api().isReady()).isTrue();
    }
  }
}
