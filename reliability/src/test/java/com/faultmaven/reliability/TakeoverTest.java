package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Kills the process that publishes, under load; another one does it from there on. */
class TakeoverTest {

  private static final int ROUNDS = 3;
  private static final int UPDATES_A_ROUND = 500;
  private static final int CASES = 50;
  private static final int ATTEMPTS = 50;
  private static final Duration TO_TAKE_OVER = Duration.ofSeconds(10);

  @Test
  void keepsTheOrderAndLosesNothing() throws Exception {
    long start = System.nanoTime();
    try (Broker broker = new Broker().start();
        Database database = new Database()) {
      List<Instance> instances = new ArrayList<>();
      instances.add(database.newInstance(ATTEMPTS, broker));
      instances.add(database.newInstance(ATTEMPTS, broker));
      instances.forEach(Instance::awaitReady);
      List<String> cases = Updates.cases(instances.getFirst(), CASES);
      List<Long> pauses = new ArrayList<>();
      try (Updates updates = new Updates(instances, cases, Integer.MAX_VALUE)) {
        for (int round = 1; round <= ROUNDS; round++) {
          int enough = updates.answered() + UPDATES_A_ROUND;
          await().atMost(Duration.ofMinutes(2)).until(() -> updates.answered() >= enough);
          pauses.add(killThePublisher(instances, database.log()).toMillis());
          Instance another = database.newInstance(ATTEMPTS, broker).awaitReady();
          instances.add(another);
          updates.add(another);
        }
        updates.stop();
      }
      EventLog log = database.log();
      await().atMost(Duration.ofMinutes(3)).until(log::isPublished);
      Received received = Topics.read(broker);
      Tally tally = received.tally(log.forTopics(), log.parked());
      tally.print(
          ROUNDS + " takeovers, after ms: " + pauses, Duration.ofNanos(System.nanoTime() - start));
      tally.losesNothing();
      assertThat(received.backwards()).as("versions that went back on a topic").isZero();
    }
  }

  /** Says how long nothing was published. */
  private static Duration killThePublisher(List<Instance> instances, EventLog log) {
    String name = await().until(log::publisher, found -> found.isPresent()).orElseThrow();
    Instance publisher =
        instances.stream().filter(instance -> instance.name().equals(name)).findAny().orElseThrow();
    publisher.kill();
    instances.remove(publisher);
    long killed = System.nanoTime();
    // what the dead one had on its way to the database is no work of the next one
    awaitSoon(() -> log.publisher().filter(next -> !next.equals(name)).isPresent());
    String position = log.position();
    awaitSoon(() -> !log.position().equals(position));
    Duration pause = Duration.ofNanos(System.nanoTime() - killed);
    assertThat(pause).isLessThan(TO_TAKE_OVER);
    return pause;
  }

  private static void awaitSoon(Callable<Boolean> condition) {
    await().atMost(TO_TAKE_OVER).pollInterval(Duration.ofMillis(50)).until(condition);
  }
}
