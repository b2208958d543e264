package com.faultmaven.messaging.log;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the log as long as it is to be kept. Any number of instances may do it: the one that holds
 * the position of the archive moves a batch, the others pass.
 */
@Component
class Archiving {

  private static final Logger LOG = LoggerFactory.getLogger(Archiving.class);

  /** The scheduler has other things to do too. */
  private static final int BATCHES_AT_A_TIME = 100;

  private final Archive archive;
  private final LogPositions positions;
  private final LogProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Archiving(
      Archive archive,
      LogPositions positions,
      LogProperties properties,
      TransactionTemplate transaction,
      Clock clock) {
    this.archive = archive;
    this.positions = positions;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(
      initialDelayString = "${faultmaven.event-log.archive-every:1m}",
      fixedDelayString = "${faultmaven.event-log.archive-every:1m}")
  void archiveWhatIsOld() {
    Instant cutoff = clock.instant().minus(properties.retention());
    int batches = 0;
    while (batches < BATCHES_AT_A_TIME
        && Boolean.TRUE.equals(transaction.execute(status -> moveBatch(cutoff)))) {
      batches++;
    }
    if (batches > 0) {
      LOG.info("events from before {} are in the archive", cutoff);
    }
  }

  /** Returns whether there may be more. */
  private boolean moveBatch(Instant cutoff) {
    return positions
        .claimArchived()
        .flatMap(
            from ->
                archive
                    .take(from, positions.archivable(), cutoff, properties.batch())
                    .filter(to -> positions.moveArchived(from, to)))
        .isPresent();
  }
}
