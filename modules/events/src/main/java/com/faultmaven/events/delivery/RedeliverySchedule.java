package com.faultmaven.events.delivery;

import com.faultmaven.edge.problems.DatabaseFailures;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks from time to time; while there is a backlog, as fast as it is worked off. */
class RedeliverySchedule implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(RedeliverySchedule.class);
  private static final Duration BREATH = Duration.ofMillis(20);

  private final Redelivery redelivery;
  private final Duration every;
  private final Clock clock;
  private volatile boolean backlog;

  RedeliverySchedule(Redelivery redelivery, Duration every, Clock clock) {
    this.redelivery = redelivery;
    this.every = every;
    this.clock = clock;
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addTriggerTask(this::redeliver, this::next);
  }

  private void redeliver() {
    backlog = false;
    try {
      backlog = redelivery.redeliver();
    } catch (SQLException | RuntimeException e) {
      if (DatabaseFailures.isOutage(e)) {
        log.warn("Events wait for the database to be delivered again: {}", e.getMessage());
      } else {
        log.warn("Events could not be delivered again now", e);
      }
    }
  }

  private Instant next(TriggerContext past) {
    Instant last = past.lastCompletion();
    Duration pause = backlog && BREATH.compareTo(every) < 0 ? BREATH : every;
    return (last == null ? clock.instant() : last).plus(pause);
  }
}
