package com.faultmaven.web.ratelimits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.TestRedis;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("com.faultmaven.testing.TestRedis#isInstalled")
class RedisBucketsTest {

  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Limit LIMIT = Limit.of("test", new Rate(100, Duration.ofDays(1)));

  private final String key = UUID.randomUUID().toString();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private TestRedis redis;
  private RedisConnection connection;
  private RedisConnection other;

  @BeforeEach
  void connect() throws IOException {
    redis = new TestRedis();
    connection = new RedisConnection(redis.url(), PATIENCE);
    other = new RedisConnection(redis.url(), PATIENCE);
    await().ignoreExceptions().until(() -> connection.get().isOpen() && other.get().isOpen());
  }

  @AfterEach
  void close() throws InterruptedException {
    connection.close();
    other.close();
    redis.close();
  }

  @Test
  void countForAllProcesses() throws Exception {
    List<RateLimits> processes = List.of(limits(connection), limits(other));

    assertThat(Race.granted(processes, 8, 40, LIMIT, key)).isEqualTo(100);
    assertThat(processes.getFirst().take(LIMIT, key).granted()).isFalse();
    assertThat(processes.getLast().look(LIMIT, key).granted()).isFalse();
    assertThat(processes.getFirst().take(LIMIT, "another-" + key).remaining()).isEqualTo(99);
    processes.getFirst().reset(LIMIT, key);
    assertThat(processes.getLast().take(LIMIT, key).remaining()).isEqualTo(99);
    assertThat(uncounted()).isZero();
  }

  /** None of those who ask for a bucket at once is to find that there is none yet. */
  @Test
  void areMadeOnceHoweverManyAskForThemAtFirst() throws Exception {
    List<RateLimits> processes = List.of(limits(connection), limits(other));

    for (int bucket = 0; bucket < Race.OFTEN; bucket++) {
      String fresh = key + bucket;
      assertThat(Race.granted(processes, 8, 2, LIMIT, fresh)).isEqualTo(32);
      assertThat(processes.getFirst().take(LIMIT, fresh).remaining()).isEqualTo(100 - 32 - 1);
    }
    assertThat(uncounted()).isZero();
  }

  @Test
  void areForgottenWhenTheyAreFullAgain() {
    limits(connection).take(LIMIT, key);

    try (RedisClient client = RedisClient.create(redis.url())) {
      RedisCommands<String, String> commands = client.connect().sync();
      List<String> names = commands.keys("*");
      assertThat(names).singleElement().asString().matches("faultmaven:rate-limits:[0-9a-f]{16}");
      assertThat(commands.pttl(names.getFirst())).isBetween(800_000L, 900_000L);
    }
  }

  @Test
  void limitNothingWhileRedisIsAwayAndWaitForNobody() throws Exception {
    RateLimits limits = limits(connection);
    assertThat(Race.granted(List.of(limits), 1, 101, LIMIT, key)).isEqualTo(100);

    redis.kill();
    long begun = System.nanoTime();
    assertThat(Race.granted(List.of(limits), 8, 50, LIMIT, key)).isEqualTo(400);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
    assertThat(uncounted()).isEqualTo(400);

    redis.startAgain();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Race.granted(List.of(limits), 1, 101, LIMIT, key) == 100);
  }

  @Test
  void areNotNeededToStart() throws Exception {
    redis.kill();
    try (RedisConnection late = new RedisConnection(redis.url(), PATIENCE)) {
      RateLimits limits = limits(late);
      assertThat(limits.take(LIMIT, key).granted()).isTrue();

      redis.startAgain();
      await().atMost(Duration.ofSeconds(30)).until(() -> limits.take(LIMIT, key).remaining() < 99);
    }
  }

  private double uncounted() {
    return meters.get("faultmaven.rate.limits.uncounted").counter().count();
  }

  private RateLimits limits(RedisConnection to) {
    ClockMeter clock = new ClockMeter(Clock.systemUTC());
    RedisBuckets buckets = new RedisBuckets(to, clock, PATIENCE, 100, meters);
    return new RateLimits(Map.of(Storage.REDIS, buckets), Storage.REDIS, meters);
  }
}
