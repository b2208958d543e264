package com.faultmaven.status;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Makes ids that sort by the time they were made: version 7 of RFC 9562. */
@Component
class Ids {

  private static final long VERSION = 0x7000;
  private static final long RANDOM_OF_FIRST_HALF = 0x0FFF;
  private static final long VARIANT = 0x8000_0000_0000_0000L;

  private final Clock clock;
  private final RandomGenerator random;

  Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  UUID next() {
    long time = clock.millis() << 16;
    return new UUID(
        time | VERSION | (random.nextLong() & RANDOM_OF_FIRST_HALF),
        VARIANT | (random.nextLong() >>> 2));
  }
}
