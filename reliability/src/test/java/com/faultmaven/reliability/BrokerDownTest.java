package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Kills the broker, and brings it back. */
class BrokerDownTest {

  private static final int CASES = 2000;
  private static final int TO_WARM_UP = 400;
  private static final int ATTEMPTS = 50;

  /** Against a process that has no broker, at the same time: as fast, but for noise. */
  private static final double HALF = 1.5;

  private static final double MOST = 3;

  @Test
  void isNotFeltByCallersAndLosesNothing() throws Exception {
    long start = System.nanoTime();
    try (Broker broker = new Broker().start();
        Database database = new Database()) {
      Instance with = database.newInstance(ATTEMPTS, broker).awaitReady();
      Instance without = database.newInstance(ATTEMPTS).awaitReady();
      Latencies.of(with, without, TO_WARM_UP);
      List<Latencies> up = Latencies.of(with, without, CASES);
      broker.kill();
      List<Latencies> down = Latencies.of(with, without, CASES);
      assertThat(with.api().isReady()).isTrue();
      EventLog log = database.log();
      assertThat(log.isPublished()).isFalse();
      long back = System.nanoTime();
      broker.start();
      await().atMost(Duration.ofMinutes(3)).until(log::isPublished);
      Duration toCatchUp = Duration.ofNanos(System.nanoTime() - back);

      up.getFirst().print("broker up", up.getLast());
      down.getFirst().print("broker killed", down.getLast());
      Tally tally = Topics.read(broker).tally(log.forTopics(), log.parked());
      tally.print(
          "broker down, caught up in " + toCatchUp.toSeconds() + " s",
          Duration.ofNanos(System.nanoTime() - start));
      tally.losesNothing();
      assertThat(tally.committed()).isEqualTo(2 * database.deliveries().committed());
      assertThat(down.getFirst().halfAgainst(down.getLast())).isLessThan(HALF);
      assertThat(down.getFirst().mostAgainst(down.getLast())).isLessThan(MOST);
    }
  }
}
