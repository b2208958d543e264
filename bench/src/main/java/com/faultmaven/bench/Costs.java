package com.faultmaven.bench;

import com.faultmaven.bench.Cost.Side;
import com.faultmaven.bench.data.Cases;
import com.faultmaven.bench.data.Chosen;
import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.results.Goal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What production has and a trial does without: what getCase loses by each. The two processes of a
 * comparison are on one database and are started anew several times, since what a JVM compiles
 * differs from start to start by as much as some of this costs. Which of them is started first
 * changes each time.
 */
final class Costs {

  private static final double ALMOST_ALL = 0.95;
  private static final double MOST = 0.9;

  private static final List<String> IDENTITY_AND_LIMITS =
      List.of("com.faultmaven.web.identity.", "com.faultmaven.web.ratelimits.");

  /** Where what is compared spends its processor time, if it has packages of its own. */
  private static final Map<String, List<String>> PACKAGES =
      Map.of(
          "limits", IDENTITY_AND_LIMITS,
          "tokens", IDENTITY_AND_LIMITS,
          "metrics", List.of("com.faultmaven.web.metrics.", "io.micrometer."));

  private final Options options;
  private final Preparation preparation;
  private final DataSet data;
  private final Postgres postgres;
  private final Path target;
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Goal> goals = new ArrayList<>();
  private long seed = 1;

  /**
   * @param target where recordings are kept
   */
  Costs(Options options, Preparation preparation, DataSet data, Postgres postgres, Path target) {
    this.target = target;
    this.options = options;
    this.preparation = preparation;
    this.data = data;
    this.postgres = postgres;
  }

  /** Sets both processes of a comparison to work. */
  private interface Work {

    /** Of the process without it, and of the one with it. */
    List<Side> of(Service one, Service other) throws IOException, InterruptedException;
  }

  void measure() throws IOException, InterruptedException {
    try (TokenIssuer issuer = new TokenIssuer();
        TraceSink collector = new TraceSink()) {
      Setup plain = Setup.PLAIN;
      compare("limits", plain, plain.withProof().withLimits("memory"), ALMOST_ALL);
      compare("tokens", plain, Setup.tokensOf(issuer).withLimits("memory"), ALMOST_ALL);
      Setup alone = Setup.standalone().withLimits("memory");
      compare(
          "standalone",
          plain,
          alone,
          MOST,
          (one, other) -> ofPeople(new Accounts(other.port()), one, plain, other, alone));
      compare("metrics", plain.withoutMetrics(), plain, ALMOST_ALL);
      compare("traces", plain, plain.tracedTo(collector.address()), null);
      compare("limits-in-postgresql", plain, plain.withLimits("postgresql"), null);
      if (collector.megabytes() > 0) {
        figures.put("traces: MB that the collector took", collector.megabytes());
      }
    }
  }

  /**
   * @param goal what is to be left of the throughput; null if nothing is promised
   */
  private void compare(String title, Setup without, Setup with, @Nullable Double goal)
      throws IOException, InterruptedException {
    compare(
        title, without, with, goal, (one, other) -> List.of(side(one, without), side(other, with)));
  }

  private void compare(String title, Setup without, Setup with, @Nullable Double goal, Work work)
      throws IOException, InterruptedException {
    if (!options.includes(title)) {
      return;
    }
    Cost cost = new Cost();
    List<String> packages = PACKAGES.getOrDefault(title, List.of());
    Duration warmUp = Duration.ofMillis((long) (1000 * options.warmUp()));
    Duration window = Duration.ofMillis((long) (1000 * options.seconds()));
    for (int start = 1; start <= options.starts(); start++) {
      Bench.say("With and without " + title + ", start " + start + " of " + options.starts());
      boolean withFirst = start % 2 == 0;
      try (Service first = withFirst ? start("with", with) : start("without", without);
          Service second = withFirst ? start("without", without) : start("with", with)) {
        List<Side> sides = withFirst ? work.of(second, first) : work.of(first, second);
        Side before = sides.getFirst();
        Side after = sides.getLast();
        Cost.warmUp(sides, warmUp);
        for (int round = 1; round <= options.rounds(); round++) {
          cost.round(round, before, after, window);
        }
        if (!packages.isEmpty()) {
          cost.profile(after, packages, target.resolve(title + ".jfr"));
        }
      }
    }
    note(title, cost, goal);
  }

  private Service start(String name, Setup setup) throws IOException, InterruptedException {
    return preparation.start(postgres.port(), name, setup.settings());
  }

  private Side side(Service service, Setup setup) {
    return new Side(
        service,
        () -> {
          Cases cases = Cases.toRead(data, seed++);
          return connection -> {
            Chosen chosen = cases.next(connection);
            return Http.getAs(
                "/api/v2/cases/" + chosen.id(), setup.headers().apply(chosen.owner()));
          };
        });
  }

  /** The cases of people who have accounts, read of both. */
  private static List<Side> ofPeople(
      Accounts people, Service gateway, Setup named, Service alone, Setup signedIn) {
    return List.of(
        new Side(
            gateway,
            () ->
                _ -> {
                  Accounts.Person person = people.next();
                  return Http.getAs(person.path(), named.headers().apply(person.id()));
                }),
        new Side(
            alone,
            () ->
                _ -> {
                  Accounts.Person person = people.next();
                  return Http.getAs(person.path(), signedIn.headers().apply(person.token()));
                }));
  }

  private void note(String title, Cost cost, @Nullable Double goal) {
    if (goal != null) {
      goals.add(Goal.atLeast(title + ": part of getCase/s that is left", cost.left(), goal));
    }
    figures.put(title + ": part of getCase/s that is left", cost.left());
    figures.put(title + ": service CPU, times that without", cost.cpuRatio());
    cost.part().ifPresent(part -> figures.put(title + ": part of the service CPU", part));
    figures.put(title + ": getCase/s", cost.perSecond());
    figures.put(title + ": service CPU s for 1,000 getCase", cost.cpuSeconds());
  }

  Map<String, Double> figures() {
    return figures;
  }

  List<Goal> goals() {
    return goals;
  }
}
