package com.faultmaven.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long sessions live.
 *
 * @param maxAge after which a session ends whatever happens in it
 * @param limit how many live sessions a user has at most
 * @param sweepEvery how often it is looked for sessions that have ended
 */
@ConfigurationProperties(prefix = "faultmaven.sessions", ignoreUnknownFields = false)
record SessionProperties(
    @DefaultValue("7d") Duration maxAge,
    @DefaultValue("50") int limit,
    @DefaultValue("1m") Duration sweepEvery) {

  SessionProperties {
    if (!maxAge.isPositive() || limit < 1 || !sweepEvery.isPositive()) {
      throw new IllegalArgumentException(
          "faultmaven.sessions takes positive durations and a limit of at least 1.");
    }
  }
}
