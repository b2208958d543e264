package com.faultmaven.status.metrics;

import com.faultmaven.database.Measurement;
import com.faultmaven.status.Severity;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gauges under the names of the original service, which Micrometer would cut at {@code _total}.
 * They are the same in each process, and there are none while the database does not answer.
 */
final class StatusGauges implements MultiCollector {

  private static final String INCIDENTS = "active_incidents_total";
  private static final String SERVICES = "services_total";
  private static final String QUIET = "faultmaven_status_quiet_incident_seconds";
  private static final String WAITING = "faultmaven_status_oldest_delivery_seconds";

  private final Measurement<StatusCounts> counts;

  StatusGauges(JdbcClient jdbc, Clock clock) {
    this.counts =
        new Measurement<>(
            "Services and incidents", () -> StatusCounts.read(jdbc, clock.instant()), clock);
  }

  @Override
  public List<String> getPrometheusNames() {
    return List.of(INCIDENTS, SERVICES, QUIET, WAITING);
  }

  @Override
  public MetricSnapshots collect() {
    List<GaugeDataPointSnapshot> active = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      active.addAll(
          points(it -> it.active().get(severity), Labels.of("severity", severity.word())));
    }
    return new MetricSnapshots(
        gauge(INCIDENTS, "Incidents that are not resolved", active),
        gauge(SERVICES, "Services", points(StatusCounts::services, Labels.EMPTY)),
        gauge(
            QUIET,
            "How long nothing was said of the active incident that is silent longest",
            points(StatusCounts::quiet, Labels.EMPTY)),
        gauge(
            WAITING,
            "How long the oldest word to a subscriber waits that was never tried",
            points(StatusCounts::waiting, Labels.EMPTY)));
  }

  /** One, or none while nothing is known. */
  private List<GaugeDataPointSnapshot> points(ToDoubleFunction<StatusCounts> part, Labels labels) {
    double value = counts.value(part);
    return Double.isNaN(value)
        ? List.of()
        : List.of(GaugeDataPointSnapshot.builder().value(value).labels(labels).build());
  }

  private static GaugeSnapshot gauge(
      String name, String help, List<GaugeDataPointSnapshot> points) {
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(name).help(help);
    points.forEach(gauge::dataPoint);
    return gauge.build();
  }
}
