package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Sample;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The mixed day at a part of what the service can do, for long, and at twice of it. */
final class Overload {

  private static final int TO_SATURATE = 64;
  // the service takes 2,000
  private static final int CONNECTIONS = 1_900;
  private static final double MOST_MILLIS = 500;
  private static final int SECONDS_OVERLOADED = 30;
  private static final int SECONDS_TO_RECOVER = 30;

  private final Stage stage;
  private final Map<String, Double> figures = new LinkedHashMap<>();

  Overload(Stage stage) {
    this.stage = stage;
  }

  Map<String, Double> measure() throws IOException, SQLException, InterruptedException {
    Bench.say("Load and overload");
    double most = maximum();
    figures.put("mixed day: requests a second at most", most);
    bear(0.7 * most);
    overload(most);
    return figures;
  }

  private double maximum() throws IOException, SQLException {
    try (Load load =
        Load.closed(stage.target(), TO_SATURATE, stage.traffic().mixedDay(TO_SATURATE))) {
      load.during(Duration.ofSeconds(5));
      return load.during(Duration.ofSeconds(15)).perSecond();
    }
  }

  private void bear(double perSecond) throws IOException, SQLException, InterruptedException {
    double before = stage.jvm().liveMegabytes();
    Sample total = new Sample();
    try (Load load =
        Load.open(stage.target(), CONNECTIONS, stage.traffic().mixedDay(CONNECTIONS), perSecond)) {
      long end = System.nanoTime() + (long) (60e9 * stage.options().minutes());
      while (System.nanoTime() < end) {
        Sample sample = load.during(Duration.ofSeconds(10));
        print("70 %", sample);
        total.add(sample);
      }
    }
    figures.put("at 70 %: requests", (double) total.done());
    figures.put(Goals.ERRORS, (double) (total.failed() + total.refused() + total.dropped()));
    figures.put("at 70 %: p50 ms", total.percentile(50));
    figures.put(Goals.SLOWEST, total.percentile(99));
    figures.put("at 70 %: live MB on the heap before", before);
    figures.put("at 70 %: live MB on the heap after", (double) stage.jvm().liveMegabytes());
    figures.put(Goals.EVENTS_LEFT, eventsLeft());
  }

  private double eventsLeft() throws SQLException, InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    double left = Stats.eventsLeft(stage.postgres());
    while (left > 0 && System.nanoTime() < end) {
      Thread.sleep(200);
      left = Stats.eventsLeft(stage.postgres());
    }
    return left;
  }

  private void overload(double most) throws IOException, SQLException {
    Sample total = new Sample();
    int recovered = 0;
    HealthChecks checks = new HealthChecks(stage.service().port());
    try (Load load =
        Load.open(stage.target(), CONNECTIONS, stage.traffic().mixedDay(CONNECTIONS), 2 * most)) {
      for (int second = 0; second < SECONDS_OVERLOADED; second++) {
        Sample sample = load.during(Duration.ofSeconds(1));
        print("200 %", sample);
        total.add(sample);
      }
      figures.put("at 200 %: ms of the slowest /health or /ready", checks.slowestMillis());
      load.continueAt(most / 2);
      for (int second = 1; second <= SECONDS_TO_RECOVER; second++) {
        Sample sample = load.during(Duration.ofSeconds(1));
        print("50 %", sample);
        if (sample.percentile(99) > MOST_MILLIS || sample.refused() + sample.failed() > 0) {
          recovered = second;
        }
      }
    }
    figures.put("at 200 %: answered a second", total.perSecond());
    figures.put(Goals.ANSWERED_OVERLOADED, total.perSecond() / most);
    figures.put("at 200 %: p50 ms of those", total.percentile(50));
    figures.put("at 200 %: refused with 429", (double) total.refusedCallers());
    figures.put("at 200 %: refused with 503", (double) (total.refused() - total.refusedCallers()));
    figures.put(Goals.REFUSED_AFTER, total.percentileOfRefused(50));
    figures.put("at 200 %: p99 ms of those refused", total.percentileOfRefused(99));
    figures.put("at 200 %: not sent for want of a connection", (double) total.dropped());
    figures.put("at 200 %: failed", (double) total.failed());
    figures.put(Goals.SECONDS_TO_RECOVER, (double) recovered);
  }

  private static void print(String load, Sample sample) {
    System.out.printf(
        Locale.ROOT,
        "  %-6s %7.0f/s  p50 %8.2f  p99 %8.2f ms  %d refused (%d callers), %d failed, %d not sent %s%n",
        load,
        sample.perSecond(),
        sample.percentile(50),
        sample.percentile(99),
        sample.refused(),
        sample.refusedCallers(),
        sample.failed(),
        sample.dropped(),
        sample.failure().lines().findFirst().orElse(""));
  }
}
