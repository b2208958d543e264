package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.LeaderLock;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.modulith.events.core.EventPublicationRegistry;

/**
 * Delivers again what failed, and what was in progress when its process died; parks what failed too
 * often. One instance does it at a time: the one that holds the {@link LeaderLock}.
 */
class Redelivery {

  private static final Logger log = LoggerFactory.getLogger(Redelivery.class);

  private static final int EXPIRED_AT_ONCE = 500;

  private final DataSource database;
  private final StoredPublications stored;
  private final DuePublications due;
  private final Leases leases;
  private final RejectedDeliveries rejected;
  private final EventPublicationRegistry registry;
  private final FailedEventPublications failed;
  private final int batch;
  private final Clock clock;

  /**
   * @param batch how many may be redelivered at a time
   */
  Redelivery(
      DataSource database,
      StoredPublications stored,
      DuePublications due,
      Leases leases,
      RejectedDeliveries rejected,
      EventPublicationRegistry registry,
      FailedEventPublications failed,
      int batch,
      Clock clock) {
    this.database = database;
    this.stored = stored;
    this.due = due;
    this.leases = leases;
    this.rejected = rejected;
    this.registry = registry;
    this.failed = failed;
    this.batch = batch;
    this.clock = clock;
  }

  /** Does what can be done now; says whether there is more of it. */
  boolean redeliver() throws SQLException {
    rejected.flush(registry);
    try (LeaderLock lock = new LeaderLock(database, LeaderLock.Role.REDELIVERY)) {
      return lock.tryToLead() && redeliverAlone();
    }
  }

  private boolean redeliverAlone() {
    // after a pause of this process its own leases may be old, but it is not gone
    leases.renew();
    expire();
    due.parkExhausted(batch);
    failed.resubmit(ResubmissionOptions.defaults().withBatchSize(batch).withMaxInFlight(batch));
    return due.any();
  }

  /** Every batch is a transaction of its own, so no lock is held for long. */
  private void expire() {
    Instant now = clock.instant();
    int expired = 0;
    int some;
    do {
      some = stored.expire(now, EXPIRED_AT_ONCE);
      expired += some;
    } while (some == EXPIRED_AT_ONCE);
    if (expired > 0) {
      log.info("{} deliveries were under way in a process that is gone", expired);
    }
  }
}
