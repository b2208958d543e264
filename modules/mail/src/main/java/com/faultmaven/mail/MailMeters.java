package com.faultmaven.mail;

import com.faultmaven.database.Measurement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What became of mails, and how long the oldest waits. Whatever may become of one is counted from
 * the beginning: of a counter that appears with its first, Prometheus sees no increase.
 */
@Component
class MailMeters implements MeterBinder {

  private static final String SETTLED = "faultmaven.mail.settled";

  /** Of what is waiting there is an index. */
  private static final String OLDEST =
      """
      select min(coalesce(retried_at, created_at)) from mail.messages where settled_at is null
      """;

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Measurement<Double> oldest;

  MailMeters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.oldest = new Measurement<>("Mails that wait", this::secondsOfTheOldest, clock);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (Purpose purpose : Purpose.values()) {
      for (MailState state : MailState.values()) {
        if (state.isSettled()) {
          settled(registry, purpose, state);
        }
      }
    }
    Gauge.builder("faultmaven.mail.oldest.waiting", () -> oldest.value(it -> it))
        .description("How long the oldest mail waits for a server that takes it")
        .baseUnit("seconds")
        .register(registry);
  }

  static Counter settled(MeterRegistry registry, Purpose purpose, MailState state) {
    return registry.counter(SETTLED, "purpose", purpose.word(), "state", state.word());
  }

  private double secondsOfTheOldest() {
    Instant now = clock.instant();
    return jdbc.sql(OLDEST)
        .query(OffsetDateTime.class)
        .optional()
        .map(since -> Duration.between(since.toInstant(), now).toMillis() / 1000.0)
        .map(age -> Math.max(0, age))
        .orElse(0.0);
  }
}
