package com.faultmaven.messaging.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Renews the leases of deliveries in progress in this process: however long a delivery takes, or
 * waits for a thread, it is not made again beside itself. The leases of a process that is gone
 * expire.
 */
@Component
class Leases {

  private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

  /** A renewal may be late, or fail, before a lease expires. */
  private static final int RENEWALS = 4;

  private final DeliveriesInProgress inProgress;
  private final StoredPublications stored;
  private final Duration every;
  private final Clock clock;

  Leases(
      DeliveriesInProgress inProgress,
      StoredPublications stored,
      RedeliveryProperties properties,
      Clock clock) {
    this.inProgress = inProgress;
    this.stored = stored;
    this.every = properties.lease().dividedBy(RENEWALS);
    this.clock = clock;
  }

  Duration every() {
    return every;
  }

  /** Leaves what waits here for a thread to other processes, which need not wait for its lease. */
  void handOver() {
    List<UUID> waiting = inProgress.all();
    if (!waiting.isEmpty()) {
      LOG.info("{} deliveries are left to other processes", stored.release(waiting));
    }
  }

  /** One statement if a delivery has been in progress for that long, which is rare. */
  void renew() {
    Instant now = clock.instant();
    List<UUID> old = inProgress.leasedBefore(now.minus(every));
    if (!old.isEmpty()) {
      inProgress.renewed(stored.renew(old, now), now);
    }
  }
}
