package com.faultmaven.bench;

import static tools.jackson.databind.SerializationFeature.INDENT_OUTPUT;

import com.faultmaven.bench.bare.BareServer;
import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.results.Goal;
import com.faultmaven.bench.results.GrowthReport;
import com.faultmaven.bench.results.GrowthResults;
import com.faultmaven.bench.results.Report;
import com.faultmaven.bench.results.Results;
import com.faultmaven.bench.results.Row;
import com.faultmaven.bench.sql.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Starts what is measured, loads the data, measures, and writes down what came of it. */
public final class Bench {

  private final Options options;
  private final Path target;
  private final DataSet data;
  private final Map<String, Double> figures = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private Bench(Options options, Path target) {
    this.options = options;
    this.target = target;
    this.data = new DataSet(options.cases());
  }

  /**
   * @param args the options, in one word or several
   */
  public static void main(String[] args) throws Exception {
    List<String> words =
        Stream.of(String.join(" ", args).split(" ")).filter(word -> !word.isEmpty()).toList();
    Path target = Path.of(System.getProperty("bench.target"));
    Bench bench = new Bench(Options.of(words), target);
    if (bench.options.measures("growth")) {
      bench.measureGrowth();
    } else if (bench.options.measures("warm-up")) {
      bench.measureStarts();
    } else if (bench.options.measures("costs")) {
      bench.measureCosts();
    } else if (bench.options.measures("import")) {
      bench.measureImport();
    } else if (bench.options.measures("original")) {
      bench.measureBesideOriginal();
    } else {
      bench.run();
    }
  }

  private void measureGrowth() throws Exception {
    GrowthResults results = new Growth(options, target).measure();
    write(results, GrowthReport.of(results));
  }

  private void measureStarts() throws Exception {
    Preparation preparation = preparation();
    try (Postgres postgres = preparation.database(Map.of())) {
      preparation.load(postgres);
      figures.putAll(new Starts(preparation, postgres, new Traffic(data, postgres)).measure());
      write(postgres, figures, Goals.check(figures, rows));
    }
    preparation.clean();
  }

  private void measureCosts() throws Exception {
    Preparation preparation = preparation();
    try (Postgres postgres = preparation.database(Map.of())) {
      preparation.load(postgres);
      Costs costs = new Costs(options, preparation, data, postgres, target);
      costs.measure();
      write(postgres, costs.figures(), costs.goals());
    }
    preparation.clean();
  }

  private void measureImport() throws Exception {
    Preparation preparation = preparation();
    try (Postgres postgres = preparation.database(Map.of())) {
      Importing importing = new Importing(options, target, postgres);
      importing.measure();
      write(postgres, importing.figures(), importing.goals());
    }
    preparation.clean();
  }

  private void measureBesideOriginal() throws Exception {
    Preparation preparation = preparation();
    try (Postgres postgres = preparation.database(Map.of());
        Service service = preparation.start(postgres.port(), "service")) {
      BesideOriginal beside = new BesideOriginal(options, options.original(), service.port());
      write(postgres, beside.measure(), beside.goals());
    }
    preparation.clean();
  }

  private Preparation preparation() {
    return new Preparation(options, data, target, options.data(target.resolve("database")));
  }

  private void write(Postgres postgres, Map<String, Double> measured, List<Goal> reached)
      throws IOException, SQLException {
    Map<String, String> facts = Machine.facts(options, postgres);
    Results results = new Results(facts, measured, reached, rows, Map.of());
    write(results, Report.of(results));
  }

  private void run() throws Exception {
    Preparation preparation = preparation();
    try (Postgres postgres = preparation.database(Postgres.PLANNING_AS_THE_SERVICE)) {
      preparation.load(postgres);
      Map<Operation, Replay> replays = preparation.record(postgres);
      say("Starting the service and a bare web server");
      try (Service bare = Service.of(BareServer.class, target.resolve("bare.log"))) {
        bare.awaitReady("/health");
        try (Service service = preparation.start(postgres.port(), "service")) {
          run(service, bare, postgres, replays, preparation);
        }
      }
    }
    // not after a failure: the next run removes what is left
    preparation.clean();
  }

  private void run(
      Service service,
      Service bare,
      Postgres postgres,
      Map<Operation, Replay> replays,
      Preparation preparation)
      throws Exception {
    figures.put(Goals.SECONDS_UNTIL_READY, service.secondsUntilReady());
    figures.put(Goals.RESIDENT_WHEN_READY, (double) Cpu.residentMegabytes(service.pid()));
    Traffic traffic = new Traffic(data, postgres);
    figures.put(
        Goals.TEN_SECONDS_AFTER_READY,
        WarmUp.tenSecondsAfterReady(
            Target.http(service.port()), traffic.of(Operation.GET_CASE, 16)));
    try (Jvm jvm = new Jvm(service.pid())) {
      measure(new Stage(options, traffic, postgres, service, jvm, bare, replays), preparation);
    }
  }

  private void measure(Stage stage, Preparation preparation) throws Exception {
    Ceilings ceilings = new Ceilings(stage);
    say("Warming up");
    figures.put("seconds of warming up", WarmUp.run(ceilings.toWarmUp(), options.warmUp()));
    if (options.measures("ceilings")) {
      rows.addAll(ceilings.measure());
      save(results(stage));
    }
    if (options.measures("load")) {
      figures.putAll(new Overload(stage).measure());
      save(results(stage));
    }
    if (options.measures("instances")) {
      try (Service other = preparation.start(stage.postgres().port(), "other")) {
        Instances instances = new Instances(stage, other);
        rows.addAll(instances.measure());
        figures.putAll(instances.waits());
      }
    }
    keep(new Profiles(stage, target).draw());
    figures.put("resident MB at the end", (double) Cpu.residentMegabytes(stage.service().pid()));
    figures.put("live MB on the heap at the end", (double) stage.jvm().liveMegabytes());
    Results results = results(stage);
    write(results, Report.of(results));
  }

  private Results results(Stage stage) throws IOException, SQLException {
    return new Results(
        Machine.facts(options, stage.postgres()),
        figures,
        Goals.check(figures, rows),
        rows,
        Stats.sizes(stage.postgres()));
  }

  /** What there is already, should a later part fail. */
  private void save(Results results) throws IOException {
    save(results, Report.of(results));
  }

  private void keep(Map<String, String> images) throws IOException {
    for (Map.Entry<String, String> image : images.entrySet()) {
      Path file = folder().resolve(name() + "-" + image.getKey() + ".svg");
      Files.writeString(file, image.getValue());
      say("Drawn in " + file);
    }
  }

  private String name() {
    return options.name().isEmpty() ? "last" : options.name();
  }

  private Path folder() throws IOException {
    return Files.createDirectories(
        options.name().isEmpty() ? target : Path.of(System.getProperty("bench.results")));
  }

  private void write(Object results, String report) throws IOException {
    save(results, report);
    say(report);
    say("Written to " + folder().resolve(name()) + ".json and .md");
  }

  private void save(Object results, String report) throws IOException {
    String json = JsonMapper.builder().enable(INDENT_OUTPUT).build().writeValueAsString(results);
    Files.writeString(folder().resolve(name() + ".json"), json + "\n");
    Files.writeString(folder().resolve(name() + ".md"), report);
  }

  static void say(String what) {
    System.out.println(what);
  }
}
