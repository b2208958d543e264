package com.faultmaven.cleanapp;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Times as answers have them. */
final class Times {

  private Times() {}

  static OffsetDateTime of(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static @Nullable OffsetDateTime optional(@Nullable Instant instant) {
    return instant == null ? null : of(instant);
  }
}
