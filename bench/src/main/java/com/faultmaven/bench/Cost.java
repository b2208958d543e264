package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Requests;
import com.faultmaven.bench.load.Sample;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.profile.Share;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** What getCase loses with something, measured of two processes in turn. */
final class Cost {

  private static final int CONNECTIONS = 16;
  private static final Duration RAMP = Duration.ofMillis(300);

  private final List<Double> ratios = new ArrayList<>();
  private final List<Double> cpuRatios = new ArrayList<>();
  private final List<Double> rates = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> parts = new ArrayList<>();

  /**
   * A process and what is sent to it.
   *
   * @param requests new ones for each window
   */
  record Side(Service service, Supplier<Requests> requests) {}

  /** One window: answers a second, and seconds of processor time for a thousand of them. */
  private record Window(double perSecond, double cpu) {}

  static void warmUp(List<Side> sides, Duration length) throws IOException {
    long end = System.nanoTime() + length.toNanos();
    while (System.nanoTime() < end) {
      for (Side side : sides) {
        window(side, Duration.ofSeconds(1));
      }
    }
  }

  /** Who comes first changes with each round, so that it does not matter. */
  void round(int number, Side without, Side with, Duration length) throws IOException {
    boolean first = number % 2 == 0;
    Window one = window(first ? without : with, length);
    Window other = window(first ? with : without, length);
    Window before = first ? one : other;
    Window after = first ? other : one;
    ratios.add(after.perSecond / before.perSecond);
    cpuRatios.add(after.cpu / before.cpu);
    rates.add(after.perSecond);
    cpu.add(after.cpu);
    Bench.say(
        String.format(
            Locale.ROOT,
            "  without %.0f/s, %.3f s; with %.0f/s, %.3f s",
            before.perSecond,
            before.cpu,
            after.perSecond,
            after.cpu));
  }

  private static Window window(Side side, Duration length) throws IOException {
    Target target = Target.http(side.service().port());
    try (Load load = Load.closed(target, CONNECTIONS, side.requests().get())) {
      load.during(RAMP);
      double before = Cpu.of(side.service().pid());
      Sample sample = load.during(length);
      double used = Cpu.of(side.service().pid()) - before;
      if (sample.failed() + sample.refused() > 0) {
        throw new IllegalStateException("Not every request was answered: " + sample.failure());
      }
      return new Window(sample.perSecond(), 1000 * used / sample.done());
    }
  }

  /**
   * Samples what part of a process's processor time is spent in some packages.
   *
   * @param packages how the names of classes begin
   * @param recording where the samples are kept
   */
  void profile(Side side, Collection<String> packages, Path recording) throws IOException {
    try (Jvm jvm = new Jvm(side.service().pid());
        Load load =
            Load.closed(Target.http(side.service().port()), CONNECTIONS, side.requests().get())) {
      Profiles.record(jvm, load, recording);
    }
    double part = Share.of(recording, packages);
    parts.add(part);
    Bench.say(String.format(Locale.ROOT, "  %.1f %% of its samples", 100 * part));
  }

  /** Of the throughput without it, what is left: the median of the rounds. */
  double left() {
    return Subject.median(ratios);
  }

  /** How often as much processor time of the service. */
  double cpuRatio() {
    return Subject.median(cpuRatios);
  }

  /** Of the processor time of the service with it, what is spent in it itself. */
  OptionalDouble part() {
    return parts.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Subject.median(parts));
  }

  double perSecond() {
    return Subject.median(rates);
  }

  /** Seconds of the service's for a thousand requests. */
  double cpuSeconds() {
    return Subject.median(cpu);
  }
}
