package com.faultmaven.events.publisher;

import com.faultmaven.events.WithBroker;
import com.faultmaven.events.log.Backlog;
import com.faultmaven.events.log.LogPositions;
import com.faultmaven.events.log.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** How far the broker is behind the log: two statements every few seconds at most. */
@WithBroker
@Component
class LagGauges implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(LagGauges.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final LogReader log;
  private final LogPositions positions;
  private final Clock clock;
  private Instant measured = Instant.MIN;
  private @Nullable Backlog backlog;

  LagGauges(LogReader log, LogPositions positions, Clock clock) {
    this.log = log;
    this.positions = positions;
    this.clock = clock;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("faultmaven.publisher.lag.events", this, LagGauges::events)
        .description("Events the broker has not taken yet, up to a million")
        .register(registry);
    Gauge.builder("faultmaven.publisher.lag", this, LagGauges::seconds)
        .description("How long ago the first event happened that the broker has not taken yet")
        .baseUnit("seconds")
        .register(registry);
  }

  private double events() {
    Backlog now = backlog();
    return now == null ? Double.NaN : now.events();
  }

  private double seconds() {
    Backlog now = backlog();
    return now == null ? Double.NaN : now.age(clock.instant()).toMillis() / 1000.0;
  }

  private synchronized @Nullable Backlog backlog() {
    Instant now = clock.instant();
    if (measured.isBefore(now.minus(FRESH))) {
      measured = now;
      backlog = measure();
    }
    return backlog;
  }

  private @Nullable Backlog measure() {
    try {
      return log.backlogAfter(positions.published());
    } catch (DataAccessException e) {
      LOG.warn("How far the broker is behind could not be measured", e);
      return null;
    }
  }
}
