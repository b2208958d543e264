package com.faultmaven.jobs;

import java.time.Instant;

/**
 * When the database was restored from a backup last. What had been planned before and was not done
 * may have been done since, by processes that this database knows nothing of: whatever leaves the
 * house asks, so that it does not leave a second time.
 */
@FunctionalInterface
public interface LastRestore {

  /** The first start after it; the epoch if there was none. */
  Instant at();

  /** Whether something was written before. */
  default boolean isAfter(Instant written) {
    return written.isBefore(at());
  }
}
