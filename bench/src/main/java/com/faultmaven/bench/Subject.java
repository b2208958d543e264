package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Sample;
import com.faultmaven.bench.results.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Something that is measured, a while in each round. */
final class Subject {

  private static final Duration RAMP = Duration.ofMillis(400);

  // a new session reads the catalog, and plans a statement anew five times
  private static final Duration RAMP_OF_SESSIONS = Duration.ofMillis(1_200);

  final String operation;
  private final String of;
  private final int connections;
  private final Loads loads;
  private final @Nullable Subject ceiling;
  private final @Nullable Double goal;
  private final List<Double> rates = new ArrayList<>();
  private final Sample total = new Sample();
  private Usage used = Usage.NONE;

  /** Starts what is to be measured. */
  interface Loads {
    Load start() throws IOException, SQLException;
  }

  /** Reads what the processes have used. */
  interface Meter {
    Usage read() throws IOException;
  }

  /**
   * @param ceiling what it is compared with in the same round; measured for itself as well
   */
  Subject(
      String operation,
      String of,
      int connections,
      Loads loads,
      @Nullable Subject ceiling,
      @Nullable Double goal) {
    this.operation = operation;
    this.of = of;
    this.connections = connections;
    this.loads = loads;
    this.ceiling = ceiling;
    this.goal = goal;
  }

  boolean isOfDatabase() {
    return of.equals(Row.DATABASE);
  }

  int connections() {
    return connections;
  }

  /** Runs for a while, which does not count. */
  double warmUp(Duration length) throws IOException, SQLException {
    try (Load load = loads.start()) {
      return load.during(length).perSecond();
    }
  }

  void measure(Duration length, Meter meter) throws IOException, SQLException {
    try (Load load = loads.start()) {
      load.during(isOfDatabase() ? RAMP_OF_SESSIONS : RAMP);
      Usage before = meter.read();
      Sample sample = load.during(length);
      used = used.plus(meter.read().minus(before));
      total.add(sample);
      rates.add(sample.perSecond());
      System.out.printf(
          Locale.ROOT,
          "  %-12s %-24s %3d × %9.0f/s  p50 %7.2f  p99 %7.2f ms  %s%n",
          of,
          operation,
          connections,
          sample.perSecond(),
          sample.percentile(50),
          sample.percentile(99),
          sample.failed() == 0 ? "" : sample.failed() + " failed: " + sample.failure());
    }
  }

  Row row() {
    Usage each = used.each(Math.max(1, total.done()));
    return new Row(
        operation,
        of,
        connections,
        median(rates),
        ceiling == null ? null : ratio(ceiling),
        goal,
        total.percentile(50),
        total.percentile(95),
        total.percentile(99),
        1000 * each.service(),
        1000 * each.database(),
        each.allocated() / 1000,
        total.done(),
        total.refused(),
        total.failed(),
        total.failed() == 0 ? null : total.failure().lines().findFirst().orElse(""));
  }

  private double ratio(Subject other) {
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rates.size(); round++) {
      ratios.add(rates.get(round) / other.rates.get(round));
    }
    return median(ratios);
  }

  static double median(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
