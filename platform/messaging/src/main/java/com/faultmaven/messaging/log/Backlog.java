package com.faultmaven.messaging.log;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lies ahead of a position.
 *
 * @param events about how many: one whose transaction was rolled back may count too
 * @param oldest when the first of them happened; null if there is none
 */
public record Backlog(long events, @Nullable Instant oldest) {

  static final Backlog NONE = new Backlog(0, null);

  /** How long the first of them waits. */
  public Duration age(Instant now) {
    return oldest == null || now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now);
  }
}
