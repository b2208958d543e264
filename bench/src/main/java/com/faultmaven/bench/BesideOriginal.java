package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Sample;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.results.Goal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same day over v1 at an original service and at ours: what each reaches, and how long requests
 * take at 70 % of it, and at the rate of the original.
 */
final class BesideOriginal {

  private static final int CONNECTIONS = 16;
  private static final double PART = 0.7;
  private static final double MOST = 0.1;
  private static final Duration A_WHILE = Duration.ofSeconds(15);

  private final Options options;
  private final Side original;
  private final Side ours;
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Goal> goals = new ArrayList<>();

  /** A service and what it is asked. */
  private record Side(String name, Target target, DayOverV1 day) {

    static Side of(String name, int port) throws IOException, InterruptedException {
      return new Side(name, Target.http(port), DayOverV1.at(port));
    }
  }

  /** Opens cases in both, whose ports are of the loopback. */
  BesideOriginal(Options options, int original, int ours) throws IOException, InterruptedException {
    this.options = options;
    this.original = Side.of("original", original);
    this.ours = Side.of("ours", ours);
  }

  Map<String, Double> measure() throws IOException {
    double most = maximum(original);
    double ownMost = maximum(ours);
    figures.put("requests a second at most, times the original's", ownMost / most);
    for (int connections : options.connections()) {
      String over = " over " + connections;
      double slowest = at(PART * most, connections, original, "at 70 %" + over);
      double ownSlowest = at(PART * ownMost, connections, ours, "at 70 %" + over);
      double atSameRate = at(PART * most, connections, ours, "at the original's rate" + over);
      note("p99 at 70 %" + over + ", part of the original's", ownSlowest / slowest);
      note("p99 at the original's rate" + over + ", part of the original's", atSameRate / slowest);
    }
    return figures;
  }

  List<Goal> goals() {
    return goals;
  }

  private void note(String what, double part) {
    figures.put(what, part);
    goals.add(Goal.atMost(what, part, MOST));
  }

  private double maximum(Side side) throws IOException {
    try (Load load = Load.closed(side.target(), CONNECTIONS, side.day())) {
      load.during(Duration.ofSeconds((long) options.warmUp()));
      Sample sample = load.during(A_WHILE);
      print(side.name(), sample);
      figures.put(side.name() + ": requests a second at most", sample.perSecond());
      return sample.perSecond();
    }
  }

  /** The slowest hundredth, in milliseconds. */
  private double at(double perSecond, int connections, Side side, String how) throws IOException {
    String what = side.name() + " " + how;
    Sample total = new Sample();
    try (Load load = Load.open(side.target(), connections, side.day(), perSecond)) {
      load.during(A_WHILE);
      long end = System.nanoTime() + (long) (60e9 * options.minutes());
      while (System.nanoTime() < end) {
        Sample sample = load.during(A_WHILE);
        print(what, sample);
        total.add(sample);
      }
    }
    figures.put(what + ": requests a second", total.perSecond());
    figures.put(what + ": p50 ms", total.percentile(50));
    figures.put(what + ": p99 ms", total.percentile(99));
    figures.put(what + ": errors", (double) (total.failed() + total.refused() + total.dropped()));
    return total.percentile(99);
  }

  private static void print(String what, Sample sample) {
    System.out.printf(
        Locale.ROOT,
        "  %-35s %7.0f/s  p50 %8.2f  p99 %8.2f ms  %d failed, %d not sent %s%n",
        what,
        sample.perSecond(),
        sample.percentile(50),
        sample.percentile(99),
        sample.failed() + sample.refused(),
        sample.dropped(),
        sample.failure().lines().findFirst().orElse(""));
  }
}
