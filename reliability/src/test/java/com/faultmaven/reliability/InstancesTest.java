package com.faultmaven.reliability;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several processes on one database find the same failed deliveries, and share them out. */
class InstancesTest {

  private static final int PUBLICATIONS = 400;

  /** More than fail while the switch is off. */
  private static final int ATTEMPTS = 50;

  @ParameterizedTest(name = "{0} instances")
  @ValueSource(ints = {2, 3})
  void haveOneEffectEach(int number) throws IOException, InterruptedException {
    try (Database database = new Database()) {
      List<Instance> instances =
          IntStream.range(0, number).mapToObj(_ -> database.newInstance(ATTEMPTS)).toList();
      instances.forEach(Instance::awaitReady);
      database.deliveries().turn(false);
      for (int i = 0; i < PUBLICATIONS; i++) {
        instances.get(i % number).api().open("valid");
      }
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> database.deliveries().failed() == PUBLICATIONS);
      long start = System.nanoTime();
      database.deliveries().turn(true);
      await().atMost(Duration.ofMinutes(3)).until(() -> database.deliveries().undelivered() == 0);
      Tally tally = database.deliveries().tally();
      tally.print(number + " instances", Duration.ofNanos(System.nanoTime() - start));
      tally.holdsThePromise();
    }
  }
}
