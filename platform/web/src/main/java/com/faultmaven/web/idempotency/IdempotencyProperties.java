package com.faultmaven.web.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long answers are kept.
 *
 * @param retention after which a key may be used anew
 * @param forgetEvery how often expired answers are removed
 */
@ConfigurationProperties(prefix = "faultmaven.idempotency", ignoreUnknownFields = false)
record IdempotencyProperties(
    @DefaultValue("24h") Duration retention, @DefaultValue("10m") Duration forgetEvery) {

  IdempotencyProperties {
    if (!retention.isPositive() || !forgetEvery.isPositive()) {
      throw new IllegalArgumentException("faultmaven.idempotency takes positive durations.");
    }
  }
}
