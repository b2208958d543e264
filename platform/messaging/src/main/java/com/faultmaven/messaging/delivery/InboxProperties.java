package com.faultmaven.messaging.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long consumers remember what they have processed.
 *
 * @param retention longer than any event may be delivered again by itself or by a broker
 * @param forgetEvery how often what is older is removed
 */
@ConfigurationProperties(prefix = "faultmaven.inbox", ignoreUnknownFields = false)
record InboxProperties(
    @DefaultValue("30d") Duration retention, @DefaultValue("10m") Duration forgetEvery) {

  InboxProperties {
    if (!retention.isPositive() || !forgetEvery.isPositive()) {
      throw new IllegalArgumentException("faultmaven.inbox takes positive durations.");
    }
  }
}
