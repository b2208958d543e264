package com.faultmaven.web.ratelimits;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Instant;

/** The clock of the service, which all processes have, for buckets. */
record ClockMeter(Clock clock) implements TimeMeter {

  private static final long NANOS = 1_000_000_000;

  @Override
  public long currentTimeNanos() {
    Instant now = clock.instant();
    return now.getEpochSecond() * NANOS + now.getNano();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
