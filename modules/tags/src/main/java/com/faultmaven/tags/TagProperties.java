package com.faultmaven.tags;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tags are renamed.
 *
 * @param renaming how long one request goes on; well below the time callers wait for an answer
 */
@ConfigurationProperties(prefix = "faultmaven.tags", ignoreUnknownFields = false)
record TagProperties(@DefaultValue("10s") Duration renaming) {

  private static final Duration LONGEST = Duration.ofSeconds(20);

  TagProperties {
    if (!renaming.isPositive() || renaming.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("faultmaven.tags.renaming is at most 20s, and positive.");
    }
  }
}
