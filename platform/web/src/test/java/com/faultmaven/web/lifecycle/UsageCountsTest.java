package com.faultmaven.web.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.faultmaven.testing.MovableClock;
import com.faultmaven.web.WebTestApplication;
import com.faultmaven.web.contract.Operations;
import com.faultmaven.web.lifecycle.DeprecatedUsages.DeprecatedUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = WebTestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class UsageCountsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
  private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

  @Autowired JdbcClient database;
  @Autowired DeprecatedUsages stored;
  @Autowired Operations operations;

  @BeforeEach
  void forget() {
    database.sql("delete from edge.deprecated_usage").update();
  }

  @Test
  void storesNothingBeforeItIsTimeAndNothingTwice() {
    UsageCounts counts = new UsageCounts(stored);
    counts.add(call("agent"), Count.once(NOON));
    counts.add(call("agent"), Count.once(NOON.minusSeconds(1)));
    assertThat(report()).isEmpty();
    counts.flush();
    counts.flush();
    assertThat(report()).containsExactly(usage("agent", 2, NOON));
  }

  @Test
  void addsUpWhatInstancesCountAtTheSameTime() throws Exception {
    List<UsageCounts> instances =
        IntStream.range(0, 4).mapToObj(_ -> new UsageCounts(stored)).toList();
    List<Thread> threads =
        instances.stream()
            .flatMap(
                instance ->
                    IntStream.range(0, 2)
                        .mapToObj(
                            thread ->
                                Thread.ofVirtual().start(() -> countAndFlush(instance, thread))))
            .toList();
    for (Thread thread : threads) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
    }
    instances.forEach(UsageCounts::flush);
    assertThat(report())
        .containsExactly(
            usage("agent", 8 * 200, NOON.plusSeconds(199)),
            usage("browser-extension", 8 * 200, NOON.plusSeconds(199)));
  }

  private static void countAndFlush(UsageCounts counts, int thread) {
    List<String> clients =
        thread == 0 ? List.of("agent", "browser-extension") : List.of("browser-extension", "agent");
    for (int second = 0; second < 200; second++) {
      for (String client : clients) {
        counts.add(call(client), Count.once(NOON.plusSeconds(second)));
      }
      if (second % 20 == 0) {
        counts.flush();
      }
    }
  }

  @Test
  void keepsWhatCannotBeStored() {
    UsageCounts counts = new UsageCounts(stored);
    counts.add(call("agent"), Count.once(NOON));
    database.sql("alter table edge.deprecated_usage rename to deprecated_usage_away").update();
    try {
      counts.flush();
      counts.add(call("agent"), Count.once(NOON.plusSeconds(1)));
      counts.flush();
    } finally {
      database.sql("alter table edge.deprecated_usage_away rename to deprecated_usage").update();
    }
    counts.flush();
    assertThat(report()).containsExactly(usage("agent", 2, NOON.plusSeconds(1)));
  }

  @Test
  void storesTheLastCountsWhenItStops() {
    try (AnnotationConfigApplicationContext instance = new AnnotationConfigApplicationContext()) {
      instance.registerBean(JdbcClient.class, () -> database);
      instance.registerBean(MovableClock.class, () -> new MovableClock("2026-07-01T12:00:00Z"));
      instance.registerBean(Operations.class, () -> operations);
      instance.register(LifecycleConfiguration.class);
      instance.refresh();
      instance.getBean(UsageCounts.class).add(call("agent"), Count.once(NOON));
      assertThat(report()).isEmpty();
    }
    assertThat(report()).containsExactly(usage("agent", 1, NOON));
  }

  @Test
  void reportsTheMostFrequentOfTheDaysAskedFor() {
    UsageCounts counts = new UsageCounts(stored);
    for (int day = 0; day < 3; day++) {
      LocalDate date = DAY.plusDays(day);
      Instant now = NOON.plusSeconds(86_400L * day);
      counts.add(new Call(date, "v1", "GET /a", "agent"), new Count(5, now));
      counts.add(new Call(date, "v1", "GET /b", "agent"), new Count(3 + day, now));
      counts.add(new Call(date, "v0", "GET /b", "other"), new Count(1, now));
    }
    counts.flush();

    assertThat(stored.between(DAY, DAY.plusDays(1), null, null))
        .extracting(DeprecatedUsage::endpoint, DeprecatedUsage::calls)
        .containsExactly(tuple("GET /a", 10L), tuple("GET /b", 7L), tuple("GET /b", 2L));
    assertThat(stored.between(DAY, DAY.plusDays(2), "v0", null))
        .containsExactly(
            new DeprecatedUsage(
                "v0", "GET /b", "other", 3, OffsetDateTime.parse("2026-07-03T12:00:00Z")));
    assertThat(stored.between(DAY, DAY, "v1", "agent")).hasSize(2);
    assertThat(stored.between(DAY, DAY, "v1", "other")).isEmpty();
    assertThat(stored.between(DAY.plusDays(3), DAY.plusDays(9), null, null)).isEmpty();
  }

  private List<DeprecatedUsage> report() {
    return stored.between(DAY, DAY, null, null);
  }

  private static Call call(String client) {
    return new Call(DAY, "v1", "GET /api/v1/things", client);
  }

  private static DeprecatedUsage usage(String client, long calls, Instant last) {
    return new DeprecatedUsage(
        "v1", "GET /api/v1/things", client, calls, last.atOffset(ZoneOffset.UTC));
  }
}
