package com.faultmaven.messaging.delivery;

import com.faultmaven.database.Measurement;
import com.faultmaven.messaging.registry.RegistrySql;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is on its way, for how long, and what is parked: one statement every few seconds at most.
 */
@Component
class DeliveryGauges implements MeterBinder {

  private static final String PARKED = "PARKED";

  private static final String COUNT =
      RegistrySql.COUNT
          + """
      union all
      select 'PARKED', count(*), null from (
        select from events.event_dead_letter where state = 'parked' limit 100000) parked
      """;

  private final JdbcClient jdbc;
  private final RejectedDeliveries rejected;
  private final Clock clock;
  private final Measurement<Counts> counts;

  DeliveryGauges(JdbcClient jdbc, RejectedDeliveries rejected, Clock clock) {
    this.jdbc = jdbc;
    this.rejected = rejected;
    this.clock = clock;
    this.counts = new Measurement<>("Events on their way", this::count, clock);
  }

  /**
   * What was counted.
   *
   * @param oldest null if nothing is on its way
   */
  private record Counts(Map<String, Long> byStatus, @Nullable Instant oldest) {

    double of(String status) {
      return byStatus.getOrDefault(status, 0L);
    }

    double age(Instant now) {
      return oldest == null ? 0 : Duration.between(oldest, now).toMillis() / 1000.0;
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String status : List.of("PUBLISHED", "PROCESSING", "RESUBMITTED", "FAILED")) {
      Gauge.builder("faultmaven.events.publications", () -> counts.value(it -> it.of(status)))
          .description("Deliveries to listeners that are not done yet, up to 100,000")
          .tag("status", status.toLowerCase(Locale.ROOT))
          .register(registry);
    }
    Gauge.builder(
            "faultmaven.events.oldest.incomplete",
            () -> counts.value(it -> it.age(clock.instant())))
        .description("How long the oldest event waits for a listener")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("faultmaven.events.dead.letters", () -> counts.value(it -> it.of(PARKED)))
        .description("Events that could not be delivered and wait for a decision, up to 100,000")
        .tag("state", "parked")
        .register(registry);
    FunctionCounter.builder("faultmaven.events.listeners.full", rejected, RejectedDeliveries::count)
        .description("Deliveries put off because no listener had room")
        .register(registry);
  }

  private Counts count() {
    Map<String, Long> byStatus = new HashMap<>();
    List<Instant> oldest =
        jdbc.sql(COUNT)
            .query(
                (row, _) -> {
                  byStatus.put(row.getString("status"), row.getLong("count"));
                  OffsetDateTime first = row.getObject("oldest", OffsetDateTime.class);
                  return first == null ? Instant.MAX : first.toInstant();
                })
            .list();
    Instant first = oldest.stream().min(Instant::compareTo).orElse(Instant.MAX);
    return new Counts(byStatus, first.equals(Instant.MAX) ? null : first);
  }
}
