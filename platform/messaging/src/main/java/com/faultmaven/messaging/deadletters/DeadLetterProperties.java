package com.faultmaven.messaging.deadletters;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long decisions are remembered.
 *
 * @param retention after which a settled dead letter is gone, and the record of who settled it
 * @param forgetEvery how often what is older is removed
 */
@ConfigurationProperties(prefix = "faultmaven.dead-letters", ignoreUnknownFields = false)
record DeadLetterProperties(
    @DefaultValue("365d") Duration retention, @DefaultValue("10m") Duration forgetEvery) {

  DeadLetterProperties {
    if (!retention.isPositive() || !forgetEvery.isPositive()) {
      throw new IllegalArgumentException("faultmaven.dead-letters takes positive durations.");
    }
  }
}
