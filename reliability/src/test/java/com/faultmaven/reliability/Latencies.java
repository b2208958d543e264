package com.faultmaven.reliability;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How long it takes to open a case.
 *
 * @param half half of the requests were faster
 * @param most all but one in a hundred were
 */
record Latencies(Duration half, Duration most) {

  private static final int SIDES = 4;

  private record Pair(long one, long other) {}

  /** Opens cases on one and the other in turn, so that the machine is as busy for either. */
  static List<Latencies> of(Instance one, Instance other, int cases)
      throws ExecutionException, InterruptedException {
    List<Pair> nanos = new ArrayList<>();
    try (ExecutorService sides = Executors.newFixedThreadPool(SIDES)) {
      List<Future<List<Pair>>> work =
          IntStream.range(0, SIDES)
              .mapToObj(_ -> sides.submit(() -> inTurn(one, other, cases / SIDES)))
              .toList();
      for (Future<List<Pair>> side : work) {
        nanos.addAll(side.get());
      }
    }
    return List.of(
        of(nanos.stream().map(Pair::one).sorted().toList()),
        of(nanos.stream().map(Pair::other).sorted().toList()));
  }

  private static List<Pair> inTurn(Instance one, Instance other, int cases)
      throws IOException, InterruptedException {
    List<Pair> nanos = new ArrayList<>();
    for (int i = 0; i < cases; i++) {
      nanos.add(new Pair(nanosToOpen(one), nanosToOpen(other)));
    }
    return nanos;
  }

  private static long nanosToOpen(Instance instance) throws IOException, InterruptedException {
    long start = System.nanoTime();
    instance.api().open("valid");
    return System.nanoTime() - start;
  }

  private static Latencies of(List<Long> sorted) {
    return new Latencies(
        Duration.ofNanos(sorted.get(sorted.size() / 2)),
        Duration.ofNanos(sorted.get(sorted.size() * 99 / 100)));
  }

  double halfAgainst(Latencies other) {
    return (double) half.toNanos() / other.half.toNanos();
  }

  double mostAgainst(Latencies other) {
    return (double) most.toNanos() / other.most.toNanos();
  }

  /** Says both in milliseconds, and how they compare. */
  void print(String what, Latencies other) {
    System.out.printf(
        Locale.ROOT,
        "%-40s p50 %.1f ms, p99 %.1f ms; without any %.1f ms, %.1f ms; ratio %.2f, %.2f%n",
        what,
        half.toNanos() / 1e6,
        most.toNanos() / 1e6,
        other.half.toNanos() / 1e6,
        other.most.toNanos() / 1e6,
        halfAgainst(other),
        mostAgainst(other));
  }
}
