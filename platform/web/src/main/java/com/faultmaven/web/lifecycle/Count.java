package com.faultmaven.web.lifecycle;

import java.time.Instant;

/** How often, and when last. */
record Count(long calls, Instant lastCalledAt) {

  static Count once(Instant now) {
    return new Count(1, now);
  }

  Count plus(Count other) {
    return new Count(
        calls + other.calls,
        lastCalledAt.isAfter(other.lastCalledAt) ? lastCalledAt : other.lastCalledAt);
  }
}
