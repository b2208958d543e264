package com.faultmaven.web.ratelimits;

import java.time.Duration;

/**
 * What somebody is left of a limit.
 *
 * @param granted whether what was asked for is allowed
 * @param remaining how much more would be, now
 * @param untilGranted until it is allowed if it is not granted, else zero
 */
public record Allowance(Limit limit, boolean granted, long remaining, Duration untilGranted) {

  private static final long NANOS = 1_000_000_000;

  /** Of a limit that nobody counts at the moment. */
  static Allowance uncounted(Limit limit) {
    return new Allowance(limit, true, limit.rate().permits(), Duration.ZERO);
  }

  /**
   * Goes on if it is granted.
   *
   * @throws RateLimited if it is not
   */
  public void orRefuse() {
    if (!granted) {
      throw RateLimited.by(this);
    }
  }

  /** Whole seconds until it is allowed, at least one. */
  long retryAfter() {
    return Math.max(1, Math.ceilDiv(untilGranted.toNanos(), NANOS));
  }

  /** Whole seconds until nothing of the limit is used. */
  long untilFull() {
    Rate rate = limit.rate();
    double used = (double) (rate.permits() - remaining) / rate.permits();
    return (long) Math.ceil(used * rate.period().toSeconds());
  }
}
