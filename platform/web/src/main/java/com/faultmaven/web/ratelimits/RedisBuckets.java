package com.faultmaven.web.ratelimits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.StatefulRedisConnection;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Those of all processes, in Redis or Valkey. While that is away or slow nothing is limited: it is
 * looked for again after a moment, so that not each request waits for it.
 */
final class RedisBuckets implements Buckets {

  private static final Logger LOG = LoggerFactory.getLogger(RedisBuckets.class);
  private static final long MOMENT = Duration.ofSeconds(1).toNanos();
  private static final String PREFIX = "faultmaven:rate-limits:";

  private final RedisConnection redis;
  private final TimeMeter time;
  private final Duration timeout;
  private final long most;
  private final Counter uncounted;
  private volatile @Nullable SharedBuckets<String> buckets;
  private volatile long awayUntil = System.nanoTime();
  private volatile boolean away;

  RedisBuckets(
      RedisConnection redis, TimeMeter time, Duration timeout, long most, MeterRegistry meters) {
    this.redis = redis;
    this.time = time;
    this.timeout = timeout;
    this.most = most;
    this.uncounted =
        Counter.builder("faultmaven.rate.limits.uncounted")
            .description("What was allowed because Redis could not be asked.")
            .register(meters);
  }

  @Override
  public <T> Optional<T> use(Limit limit, String key, Function<Bucket, T> usage) {
    if (System.nanoTime() - awayUntil < 0) {
      uncounted.increment();
      return Optional.empty();
    }
    try {
      SharedBuckets<String> there = buckets == null ? connected() : buckets;
      String name = PREFIX + HexFormat.of().toHexDigits(BucketKey.of(limit, key));
      T result = there.use(name, limit, usage);
      isBack();
      return Optional.of(result);
    } catch (RuntimeException failure) {
      isAway(failure);
      return Optional.empty();
    }
  }

  private SharedBuckets<String> connected() {
    StatefulRedisConnection<String, byte[]> connection = redis.get();
    SharedBuckets<String> there =
        new SharedBuckets<>(
            Bucket4jLettuce.casBasedBuilder(connection)
                .clientClock(time)
                .requestTimeout(timeout)
                .expirationAfterWrite(SharedBuckets.UNTIL_FULL)
                .build(),
            most);
    buckets = there;
    return there;
  }

  private void isAway(RuntimeException failure) {
    awayUntil = System.nanoTime() + MOMENT;
    uncounted.increment();
    if (!away) {
      away = true;
      LOG.warn("Redis cannot be asked, so nothing is limited ({})", failure.toString());
    }
  }

  private void isBack() {
    if (away) {
      away = false;
      LOG.info("Redis answers again, so limits count again");
    }
  }
}
