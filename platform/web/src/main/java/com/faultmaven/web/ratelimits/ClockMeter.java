package com.faultmaven.web.ratelimits;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;

/** The clock of the service, which all processes have, for buckets: to the millisecond. */
record ClockMeter(Clock clock) implements TimeMeter {

  private static final long NANOS_OF_A_MILLI = 1_000_000;

  @Override
  public long currentTimeNanos() {
    return clock.millis() * NANOS_OF_A_MILLI;
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
