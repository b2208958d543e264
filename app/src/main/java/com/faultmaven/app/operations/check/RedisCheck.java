package com.faultmaven.app.operations.check;

import com.faultmaven.kernel.Finding;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.time.Duration;

/** Looks whether the Redis or Valkey answers in which rate limits are counted. */
final class RedisCheck {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REDIS = "redis";

  private RedisCheck() {}

  static Finding finding(String url) {
    RedisURI address = RedisURI.create(url);
    address.setTimeout(PATIENCE);
    RedisClient client = RedisClient.create(address);
    try {
      client.connect().sync().ping();
      return Finding.good(REDIS, "answers");
    } catch (RedisException failure) {
      return Finding.bad(
          REDIS,
          "Nobody answers at %s:%s; rate limits would not count: %s."
              .formatted(address.getHost(), address.getPort(), reason(failure)));
    } finally {
      client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
    }
  }

  private static String reason(RedisException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
