package com.faultmaven.reports.clusters;

import com.faultmaven.cases.Metadata;
import com.faultmaven.reports.Analysis;
import com.faultmaven.reports.Place;
import com.faultmaven.reports.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The hypotheses of a scope: reports of usual length, and of the longest that fit. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ClusteringBenchmark {

  private static final Instant NOW = Instant.parse("2026-03-14T09:26:53Z");

  @Param({"250", "1000"})
  private int reports;

  /** How many words a description has: a few lines, or a page and a half. */
  @Param({"60", "1200"})
  private int words;

  private List<Node> nodes = List.of();

  @Setup
  public void report() {
    Random random = new Random(17);
    nodes = new ArrayList<>();
    for (int seq = reports; seq > 0; seq--) {
      nodes.add(
          new Node(
              new ReportId("rep_" + "0".repeat(16)),
              seq,
              NOW.minusSeconds(reports - seq),
              new Place(8 + random.nextDouble() / 100, 47 + random.nextDouble() / 100),
              analysis(random)));
    }
  }

  @Benchmark
  public List<Hypothesis> hypotheses() {
    return Clustering.of(nodes, "physical", NOW);
  }

  private Analysis analysis(Random random) {
    return new Analysis(
        "en",
        text(random, 8),
        text(random, 25),
        text(random, words),
        "physical",
        random.nextInt(100) / 100.0,
        "Brand " + random.nextInt(50),
        List.of(),
        Metadata.EMPTY);
  }

  /** Few words are frequent and many are rare, as in every language. */
  private static String text(Random random, int count) {
    return random
        .doubles(count)
        .mapToObj(it -> "word" + (int) Math.pow(20_000, it))
        .collect(Collectors.joining(" "));
  }
}
