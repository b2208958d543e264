package com.faultmaven.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.faultmaven.testing.TestRedis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One user asks two processes at once, as fast as they answer, and is let through once. */
class RateLimitsTest {

  private static final int ATTEMPTS = 50;
  private static final int READS = 300;
  private static final int WRITES = 60;
  private static final int CALLERS = 8;

  /** So low that nothing comes back meanwhile. */
  private static final String[] LIMITS = {
    "faultmaven.rate-limits.user.reads=" + READS + "/1d",
    "faultmaven.rate-limits.user.writes=" + WRITES + "/1d",
    // for what is too much, not for what is too much at once
    "faultmaven.limits.requests-per-caller=32",
  };

  @Test
  void areCountedTogetherInPostgres() throws Exception {
    try (Database database = new Database()) {
      areCountedTogether("PostgreSQL", database, "faultmaven.rate-limits.storage=postgresql");
    }
  }

  @Test
  void areCountedTogetherInRedis() throws Exception {
    assumeTrue(TestRedis.isInstalled(), "no Redis is here");
    try (Database database = new Database();
        TestRedis redis = new TestRedis()) {
      areCountedTogether(
          "Redis",
          database,
          "faultmaven.rate-limits.redis-url=" + redis.url(),
          // a machine at its limit is no reason to count nothing
          "faultmaven.rate-limits.redis-timeout=5s");
    }
  }

  private static void areCountedTogether(String where, Database database, String... storage)
      throws Exception {
    String[] settings = Stream.of(LIMITS, storage).flatMap(Stream::of).toArray(String[]::new);
    List<Instance> instances =
        List.of(
            database.newInstance(ATTEMPTS, settings).awaitReady(),
            database.newInstance(ATTEMPTS, settings).awaitReady());
    long start = System.nanoTime();
    List<Integer> reads = ask(instances, "GET", "", 2 * READS);
    List<Integer> writes = ask(instances, "POST", "{}", 2 * WRITES);
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    assertThat(Collections.frequency(reads, 200)).isEqualTo(READS);
    assertThat(Collections.frequency(reads, 429)).isEqualTo(READS);
    assertThat(Collections.frequency(writes, 201)).isEqualTo(WRITES);
    assertThat(Collections.frequency(writes, 429)).isEqualTo(WRITES);
    for (Instance instance : instances) {
      assertThat(instance.api().as("grace").status("GET", "/api/v2/cases", "")).isEqualTo(200);
      assertThat(instance.api().status("GET", "/api/v2/cases", "")).isEqualTo(429);
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %d reads and %d writes let through of twice as many, by two processes in %d ms%n",
        where,
        READS,
        WRITES,
        took.toMillis());
  }

  /** From several sides, each of which asks the processes in turn. */
  private static List<Integer> ask(
      List<Instance> instances, String method, String body, int requests) throws Exception {
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
      for (int i = 0; i < requests; i++) {
        Api api = instances.get(i % instances.size()).api();
        answers.add(callers.submit(() -> api.status(method, "/api/v2/cases", body)));
      }
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    return statuses;
  }
}
