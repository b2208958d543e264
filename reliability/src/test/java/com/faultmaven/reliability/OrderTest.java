package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two processes change the same cases at the same time; consumers receive the events in order. */
class OrderTest {

  private static final int UPDATES = 10_000;
  private static final int CASES = 50;
  private static final int ATTEMPTS = 50;

  @Test
  void ofEachCaseHoldsOnTheBrokerAndInTheFeed() throws Exception {
    long start = System.nanoTime();
    try (Broker broker = new Broker().start();
        Database database = new Database()) {
      List<Instance> two =
          List.of(database.newInstance(ATTEMPTS, broker), database.newInstance(ATTEMPTS, broker));
      two.forEach(Instance::awaitReady);
      List<String> cases = Updates.cases(two.getFirst(), CASES);
      try (Feed feed = new Feed(two.getLast().api());
          Updates updates = new Updates(two, cases, UPDATES)) {
        updates.join();
        assertThat(updates.answered()).isEqualTo(UPDATES);
        Received inFeed = feed.toTheEnd();
        EventLog log = database.log();
        await().atMost(Duration.ofMinutes(3)).until(log::isPublished);
        Received onTopics = Topics.read(broker);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        Tally topics = onTopics.tally(log.forTopics(), log.parked());
        topics.print(UPDATES + " updates, on the broker", took);
        Tally ofFeed = inFeed.tally(log.forFeed(), 0);
        ofFeed.print(UPDATES + " updates, in the feed", took);
        topics.losesNothing();
        ofFeed.holdsThePromise();
        assertThat(ofFeed.committed()).isEqualTo(UPDATES + CASES);
        assertThat(onTopics.backwards()).as("versions that went back on a topic").isZero();
        assertThat(inFeed.backwards()).as("versions that went back in the feed").isZero();
      }
    }
  }
}
