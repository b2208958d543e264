package com.faultmaven.messaging.delivery;

import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/** Looks from time to time; while there is a backlog, as fast as it is worked off. */
class RedeliverySchedule implements SchedulingConfigurer {

  private static final Duration BREATH = Duration.ofMillis(20);

  private final Redelivery redelivery;
  private final Leases leases;
  private final Duration every;
  private final Clock clock;
  private final Job redelivering;
  private final Job renewing;
  private volatile boolean backlog;

  RedeliverySchedule(Redelivery redelivery, Leases leases, Duration every, Jobs jobs, Clock clock) {
    this.redelivery = redelivery;
    this.leases = leases;
    this.every = every;
    this.clock = clock;
    this.redelivering = jobs.named("redelivery");
    this.renewing = jobs.named("lease-renewal");
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addTriggerTask(this::redeliver, this::next);
    tasks.addFixedDelayTask(this::renew, leases.every());
  }

  private void redeliver() {
    backlog = false;
    try {
      backlog = redelivery.redeliver();
      redelivering.succeeded();
    } catch (Throwable failure) {
      redelivering.failed(failure);
    }
  }

  private void renew() {
    try {
      leases.renew();
      renewing.succeeded();
    } catch (Throwable failure) {
      renewing.failed(failure);
    }
  }

  private Instant next(TriggerContext past) {
    Instant last = past.lastCompletion();
    Duration pause = backlog && BREATH.compareTo(every) < 0 ? BREATH : every;
    return (last == null ? clock.instant() : last).plus(pause);
  }
}
