package com.faultmaven.app.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the process ends.
 *
 * @param pause how long it goes on serving after it said that it is not ready any more; at most 15
 *     s
 */
@ConfigurationProperties(prefix = "faultmaven.shutdown", ignoreUnknownFields = false)
record ShutdownProperties(@DefaultValue("0s") Duration pause) {

  private static final Duration LONGEST = Duration.ofSeconds(15);

  ShutdownProperties {
    if (pause.isNegative() || pause.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("faultmaven.shutdown.pause must be 0 s to 15 s.");
    }
  }
}
