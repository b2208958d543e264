package com.faultmaven.bench;

import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Sample;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.results.Grown;
import com.faultmaven.bench.results.GrowthResults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The reads of a small and a large database beside each other, in one run. Nobody in the small one
 * has as many cases as a few people in the large one, and how long a list is matters more than the
 * size of the table; so each read is measured twice: of any cases, and of those whose owners have
 * as many as there are in the small one.
 */
final class Growth {

  private static final int SMALL = 10_000;
  private static final int CONNECTIONS = 4;
  private static final Duration RAMP = Duration.ofMillis(300);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final List<Operation> READS =
      List.of(
          Operation.GET_CASE,
          Operation.LIST_CASES,
          Operation.LIST_FILTERED,
          Operation.SEARCH,
          Operation.LIST_MESSAGES,
          Operation.V1_GET,
          Operation.FEED);

  private final Options options;
  private final Path target;

  Growth(Options options, Path target) {
    this.options = options;
    this.target = target;
  }

  /** A database with its data and a service. */
  private record Side(DataSet data, Postgres postgres, Service service) {

    Load load(Operation operation, int mostFrequentLeftOut, long seed) throws IOException {
      var cases = data.toRead(mostFrequentLeftOut, seed);
      return Load.closed(
          Target.http(service.port()), CONNECTIONS, n -> operation.request(cases.next(n)));
    }
  }

  GrowthResults measure() throws Exception {
    DataSet few = new DataSet(SMALL);
    DataSet many = new DataSet(options.cases());
    Path directory = options.data(target.resolve("database"));
    Preparation small =
        new Preparation(options, few, target, directory.resolveSibling("bench-small"));
    Preparation large = new Preparation(options, many, target, directory);
    Map<String, String> plain = Postgres.explaining(target.resolve("plans"));
    try (Postgres fewRows = small.database(Map.of());
        Postgres manyRows = large.database(plain)) {
      small.load(fewRows);
      large.load(manyRows);
      Plans plans = new Plans(large, manyRows, target.resolve("plans"));
      try (Service onFew = small.start(fewRows.port(), "small");
          Service onMany = large.start(manyRows.port(), "large")) {
        List<Grown> reads =
            compare(new Side(few, fewRows, onFew), new Side(many, manyRows, onMany));
        return new GrowthResults(
            Machine.facts(options, manyRows),
            reads,
            Stats.sizesOfRows(fewRows),
            Stats.sizesOfRows(manyRows),
            plans.of(READS, many));
      }
    }
  }

  private List<Grown> compare(Side small, Side large) throws IOException, SQLException {
    int larger = large.data().ownersWithMoreThanAnyIn(small.data());
    List<Comparison> comparisons = new ArrayList<>();
    for (Operation read : READS) {
      if (options.includes(read.title)) {
        comparisons.add(new Comparison(read, "users as in the small one", larger));
        comparisons.add(new Comparison(read, "anybody", 0));
      }
    }
    Bench.say("Warming up");
    long end = System.nanoTime() + (long) (1e9 * options.warmUp());
    while (System.nanoTime() < end) {
      for (Comparison comparison : comparisons) {
        comparison.run(small, large, SECOND.dividedBy(2), new Sample(), new Sample());
      }
    }
    for (int round = 1; round <= options.rounds(); round++) {
      Bench.say("Round " + round + " of " + options.rounds());
      for (Comparison comparison : comparisons) {
        comparison.measure(small, large);
      }
    }
    return comparisons.stream().map(Comparison::result).toList();
  }

  /** One read of some users on both sides. */
  private final class Comparison {

    private final Operation read;
    private final String users;
    private final int leftOut;
    private final Sample few = new Sample();
    private final Sample many = new Sample();
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> ratios95 = new ArrayList<>();
    private long seed = 1;

    Comparison(Operation read, String users, int leftOut) {
      this.read = read;
      this.users = users;
      this.leftOut = leftOut;
    }

    void run(Side small, Side large, Duration length, Sample onFew, Sample onMany)
        throws IOException {
      seed++;
      try (Load load = small.load(read, 0, seed)) {
        load.during(RAMP);
        onFew.add(load.during(length));
      }
      try (Load load = large.load(read, leftOut, seed)) {
        load.during(RAMP);
        onMany.add(load.during(length));
      }
    }

    void measure(Side small, Side large) throws IOException {
      Sample onFew = new Sample();
      Sample onMany = new Sample();
      run(small, large, Duration.ofMillis((long) (1000 * options.seconds())), onFew, onMany);
      if (onFew.done() > 0 && onMany.done() > 0) {
        ratios.add(onMany.percentile(50) / onFew.percentile(50));
        ratios95.add(onMany.percentile(95) / onFew.percentile(95));
      }
      few.add(onFew);
      many.add(onMany);
      Bench.say(
          String.format(
              Locale.ROOT,
              "  %s, %s: %.2f and %.2f ms, %d and %d failed",
              read.title,
              users,
              onFew.percentile(50),
              onMany.percentile(50),
              onFew.failed(),
              onMany.failed()));
    }

    Grown result() {
      return new Grown(
          read.title,
          users,
          few.percentile(50),
          many.percentile(50),
          Subject.median(ratios),
          few.percentile(95),
          many.percentile(95),
          Subject.median(ratios95));
    }
  }
}
