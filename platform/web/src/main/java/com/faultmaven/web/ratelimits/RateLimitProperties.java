package com.faultmaven.web.ratelimits;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests somebody may make.
 *
 * @param storage where they are counted; in Redis if there is one, else in memory
 * @param redisUrl of Redis or Valkey, {@code redis://user:password@host:6379/0}
 * @param redisTimeout how long an answer of Redis is waited for
 * @param buckets how many are kept in memory
 * @param user of one user, in all organizations together; in a gateway's place the default is 600
 *     reads and 120 writes a minute
 * @param client of all users together of one client, by its X-Client-ID
 * @param network of public operations, by the network that requests come from
 */
@ConfigurationProperties(prefix = "faultmaven.rate-limits", ignoreUnknownFields = false)
record RateLimitProperties(
    @Nullable Storage storage,
    @Nullable String redisUrl,
    @DefaultValue("100ms") Duration redisTimeout,
    @DefaultValue("50000") long buckets,
    @DefaultValue Rates user,
    @DefaultValue Rates client,
    @DefaultValue Rates network) {

  RateLimitProperties {
    redisUrl = redisUrl == null || redisUrl.isBlank() ? null : redisUrl.strip();
    require(
        storage != Storage.REDIS || redisUrl != null, "storage redis needs REDIS_URL to be set.");
    require(buckets >= 1 && buckets <= 10_000_000, "buckets is from 1 to 10000000.");
    if (redisUrl != null) {
      RedisConnection.address(redisUrl);
    }
    require(
        redisTimeout.toMillis() >= 1 && redisTimeout.toSeconds() <= 5,
        "redis-timeout is from 1ms to 5s.");
  }

  /** Where requests are counted. */
  Storage whereCounted() {
    if (storage != null) {
      return storage;
    }
    return redisUrl == null ? Storage.MEMORY : Storage.REDIS;
  }

  /**
   * Each as {@code 600/1m}; none or {@code off} is no limit.
   *
   * @param reads GET and HEAD
   * @param writes everything else
   */
  record Rates(@Nullable String reads, @Nullable String writes) {

    Rates {
      rate("reads", reads, null);
      rate("writes", writes, null);
    }

    /** The rates as limits, those that are not said as given. */
    Optional<Limit> reads(String name, @Nullable Rate otherwise) {
      return rate("reads", reads, otherwise).map(rate -> Limit.of(name + "-reads", rate));
    }

    Optional<Limit> writes(String name, @Nullable Rate otherwise) {
      return rate("writes", writes, otherwise).map(rate -> Limit.of(name + "-writes", rate));
    }

    private static Optional<Rate> rate(
        String what, @Nullable String written, @Nullable Rate otherwise) {
      if (written == null || written.isBlank()) {
        return Optional.ofNullable(otherwise);
      }
      if (written.strip().equalsIgnoreCase("off")) {
        return Optional.empty();
      }
      try {
        return Optional.of(Rate.of(written));
      } catch (IllegalArgumentException unreadable) {
        throw new IllegalArgumentException(
            "faultmaven.rate-limits: " + what + ": " + unreadable.getMessage());
      }
    }
  }

  /** Without the address of Redis, which may hold a password. */
  @Override
  public String toString() {
    return "RateLimitProperties[storage=%s, user=%s, client=%s, network=%s]"
        .formatted(whereCounted(), user, client, network);
  }

  private static void require(boolean met, String rule) {
    if (!met) {
      throw new IllegalArgumentException("faultmaven.rate-limits: " + rule);
    }
  }
}
