package com.faultmaven.app.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the process begins.
 *
 * @param warmUp how long it warms up before it says that it is ready; at most 60 s
 */
@ConfigurationProperties(prefix = "faultmaven.start", ignoreUnknownFields = false)
record StartProperties(@DefaultValue("0s") Duration warmUp) {

  private static final Duration LONGEST = Duration.ofMinutes(1);

  StartProperties {
    if (warmUp.isNegative() || warmUp.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("faultmaven.start.warm-up must be 0 s to 60 s.");
    }
  }
}
