package com.faultmaven.messaging.delivery;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an event is delivered again, and when that is given up.
 *
 * @param every how often to look
 * @param lease after which a delivery counts as failed whose process does not renew it: it is gone
 * @param backoff after the first failure, twice as long after each further one
 * @param attempts after which it is parked
 * @param batch how many may be redelivered at a time
 * @param patience how long what this instance cannot read waits for one that can, from when it was
 *     published: during a deployment the other may be newer
 */
@ConfigurationProperties(prefix = "faultmaven.redelivery", ignoreUnknownFields = false)
record RedeliveryProperties(
    @DefaultValue("3s") Duration every,
    @DefaultValue("60s") Duration lease,
    @DefaultValue("1s") Duration backoff,
    @DefaultValue("10") int attempts,
    @DefaultValue("100") int batch,
    @DefaultValue("2m") Duration patience) {

  private static final int MOST_DOUBLINGS = 12;

  RedeliveryProperties {
    if (attempts < 1 || attempts > 100 || batch < 1) {
      throw new IllegalArgumentException(
          "faultmaven.redelivery takes 1 to 100 attempts and a batch of at least 1.");
    }
    if (!Stream.of(every, lease, backoff).allMatch(Duration::isPositive) || patience.isNegative()) {
      throw new IllegalArgumentException("faultmaven.redelivery takes positive durations.");
    }
  }

  /** How long to wait after so many attempts, the first delivery included. */
  Duration pauseAfter(int tried) {
    return tried == 0
        ? Duration.ZERO
        : backoff.multipliedBy(1L << Math.min(tried - 1, MOST_DOUBLINGS));
  }
}
