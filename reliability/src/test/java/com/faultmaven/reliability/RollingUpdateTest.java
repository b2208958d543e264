package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances behind a balancer are replaced under load by a newer version with a new migration
 * and a new event; on the way the update is undone once.
 */
class RollingUpdateTest {

  private static final int ATTEMPTS = 50;

  /** The newer version's listener, and the event it listens to. */
  private static final String NOTICED = "reliability.noticed";

  private static final int VISITS_BETWEEN = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The switch is off for longer than events of an unknown type are waited with by default. */
  private static final List<String> SETTINGS =
      List.of(
          "faultmaven.shutdown.pause=3s",
          "faultmaven.redelivery.patience=10m",
          "faultmaven.escalations.letters-an-hour=1000000",
          "faultmaven.escalations.letters-a-day=1000000");

  @Test
  void failsNoRequestAndLosesAndParksNoEvent(@TempDir Path outbox) throws Exception {
    long start = System.nanoTime();
    String newer = NewerBuild.setting();
    try (Broker broker = new Broker().start();
        Database database = new Database();
        Balancer balancer = new Balancer()) {
      Instance one = database.newInstance(ATTEMPTS, broker, settings(outbox));
      Instance two = database.newInstance(ATTEMPTS, broker, settings(outbox));
      join(balancer, one);
      join(balancer, two);
      try (Visitors visitors = new Visitors(balancer.api())) {
        served(visitors);
        database.deliveries().turn(false);
        Instance undone = newer(database, broker, outbox, newer);
        join(balancer, undone);
        await().atMost(PATIENCE).until(() -> database.deliveries().failedOf(NOTICED) > 0);
        leave(balancer, undone);
        // only instances are left that do not know the event
        String looked = database.deliveries().lastLookAt(NOTICED);
        await()
            .atMost(PATIENCE)
            .until(() -> !database.deliveries().lastLookAt(NOTICED).equals(looked));
        assertThat(database.deliveries().parked()).as("parked by the version before").isZero();
        for (Instance old : new Instance[] {one, two}) {
          join(balancer, newer(database, broker, outbox, newer));
          leave(balancer, old);
          served(visitors);
        }
        database.deliveries().turn(true);
        visitors.leave();
        assertThat(visitors.failures()).as("of %s requests", visitors.served()).isEmpty();
      }
      await().atMost(PATIENCE).until(() -> database.deliveries().outstanding() == 0);
      Tally tally = database.deliveries().tally();
      tally.print("two of two replaced", Duration.ofNanos(System.nanoTime() - start));
      tally.losesNothing();
      assertThat(database.deliveries().noticed()).isEqualTo(database.log().count(NOTICED));
      assertThat(database.deliveries().parked()).isZero();
      EventLog log = database.log();
      await().atMost(PATIENCE).until(log::isPublished);
      Topics.read(broker).tally(log.forTopicsOfCases(), log.parked()).losesNothing();
      eachLetterLeftOnce(database.letters(), outbox);
    }
  }

  private static void eachLetterLeftOnce(Letters letters, Path outbox) throws IOException {
    await().atMost(PATIENCE).until(() -> letters.waiting() == 0 && letters.copiedWrongly() == 0);
    assertThat(letters.states()).containsOnlyKeys("sent");
    try (Stream<Path> files = Files.list(outbox)) {
      assertThat(files.map(it -> it.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              letters.keys().stream().map(key -> key + ".eml").toList());
    }
  }

  private static String[] settings(Path outbox, String... more) {
    return Stream.of(
            SETTINGS.stream(), Stream.of("faultmaven.mail.outbox=" + outbox), Stream.of(more))
        .flatMap(it -> it)
        .toArray(String[]::new);
  }

  private static Instance newer(Database database, Broker broker, Path outbox, String newer) {
    return database.newInstance(ATTEMPTS, broker, settings(outbox, newer));
  }

  private static void join(Balancer balancer, Instance instance) {
    instance.awaitReady();
    balancer.add(instance);
    await().atMost(Duration.ofSeconds(30)).until(() -> balancer.sendsTo(instance));
  }

  /** As an orchestrator does: asks it to end, and waits. */
  private static void leave(Balancer balancer, Instance instance) {
    assertThat(instance.terminate(Duration.ofSeconds(60))).as("ended when asked").isTrue();
    await().atMost(Duration.ofSeconds(30)).until(() -> !balancer.sendsTo(instance));
  }

  private static void served(Visitors visitors) {
    int enough = visitors.served() + VISITS_BETWEEN;
    await().atMost(PATIENCE).until(() -> visitors.served() >= enough);
  }
}
