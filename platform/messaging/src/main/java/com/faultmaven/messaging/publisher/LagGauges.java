package com.faultmaven.messaging.publisher;

import com.faultmaven.database.Measurement;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.Backlog;
import com.faultmaven.messaging.log.LogPositions;
import com.faultmaven.messaging.log.LogReader;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** How far the broker is behind the log: two statements every few seconds at most. */
@WithBroker
@Component
class LagGauges implements MeterBinder {

  private final Measurement<Backlog> backlog;
  private final Clock clock;

  LagGauges(LogReader log, LogPositions positions, Clock clock) {
    this.clock = clock;
    this.backlog =
        new Measurement<>(
            "How far the broker is behind", () -> log.backlogAfter(positions.published()), clock);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("faultmaven.publisher.lag.events", () -> backlog.value(Backlog::events))
        .description("About how many events the broker has not taken yet")
        .register(registry);
    Gauge.builder(
            "faultmaven.publisher.lag",
            () -> backlog.value(it -> it.age(clock.instant()).toMillis() / 1000.0))
        .description("How long ago the first event happened that the broker has not taken yet")
        .baseUnit("seconds")
        .register(registry);
  }
}
