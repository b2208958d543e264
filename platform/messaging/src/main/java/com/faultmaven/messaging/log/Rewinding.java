package com.faultmaven.messaging.log;

import com.faultmaven.kernel.InvalidRequest;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the publisher back, so that events go to the broker once more. What is being sent at that
 * moment is sent twice.
 */
@Service
@Transactional
public class Rewinding {

  private static final Logger LOG = LoggerFactory.getLogger(Rewinding.class);

  private static final long MOST_COUNTED = 1_000_000;

  private final LogReader log;
  private final LogPositions positions;
  private final RewindAudit audit;

  Rewinding(LogReader log, LogPositions positions, RewindAudit audit) {
    this.log = log;
    this.positions = positions;
    this.audit = audit;
  }

  /**
   * Sets it back behind a position.
   *
   * @throws InvalidRequest if that is not retained, or ahead of where the publisher is
   */
  public Rewind to(LogPosition target, UserId by) {
    LogPosition from = positions.claimPublished();
    if (target.isBefore(positions.holdArchived())) {
      throw refused("/to_cursor", "The log does not reach back to this position any more.");
    }
    if (from.isBefore(target)) {
      throw refused("/to_cursor", "The publisher has not come to this position yet.");
    }
    return move(from, target, by);
  }

  /**
   * Sets it back before the first event of a moment or later.
   *
   * @throws InvalidRequest if that is not retained, or ahead of where the publisher is
   */
  public Rewind to(Instant moment, UserId by) {
    LogPosition from = positions.claimPublished();
    LogPosition archived = positions.holdArchived();
    LogPosition target =
        log.before(moment)
            .orElseThrow(() -> refused("/to_time", "No event happened at this time or later."));
    if (from.isBefore(target)) {
      throw refused("/to_time", "The publisher has not come to this time yet.");
    }
    if (archived.compareTo(LogPosition.START) > 0 && log.startsAfter(moment)) {
      throw refused("/to_time", "The log does not reach back to this time any more.");
    }
    return move(from, target, by);
  }

  private Rewind move(LogPosition from, LogPosition to, UserId by) {
    positions.movePublished(from, to);
    audit.record(by, from, to);
    LOG.warn("User {} set the publisher back from {} to {}", by.pseudonym(), from, to);
    return new Rewind(from, to, Math.min(MOST_COUNTED, log.backlogAfter(to).events()));
  }

  private static InvalidRequest refused(String pointer, String detail) {
    return InvalidRequest.body(pointer, "out_of_range", detail);
  }
}
