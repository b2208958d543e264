package com.faultmaven.bench;

import com.faultmaven.bench.data.DataSet;
import com.faultmaven.bench.data.Loader;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Postgres;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.sql.Recorder;
import com.faultmaven.bench.sql.Replay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What precedes a measurement: a database with data, and the statements of each operation. */
final class Preparation {

  private final Options options;
  private final DataSet data;
  private final Path target;
  private final Path directory;

  /**
   * @param directory of the database
   */
  Preparation(Options options, DataSet data, Path target, Path directory) {
    this.options = options;
    this.data = data;
    this.target = target;
    this.directory = directory;
  }

  /** A new one, unless one is kept. */
  Postgres database(Map<String, String> settings) throws IOException {
    clean();
    return new Postgres(directory, settings);
  }

  Service start(int database, String name) throws IOException, InterruptedException {
    return start(database, name, Setup.PLAIN.settings());
  }

  Service start(int database, String name, Map<String, String> settings)
      throws IOException, InterruptedException {
    return Service.released(
            Path.of(System.getProperty("bench.release")),
            database,
            options.java(),
            settings,
            target.resolve(name + ".log"))
        .awaitReady("/ready");
  }

  void load(Postgres postgres) throws Exception {
    Path loaded = directory.resolve("bench.loaded");
    String cases = Integer.toString(data.cases());
    Loader loader = new Loader(postgres.dataSource(), data);
    if (Files.exists(loaded)) {
      if (!Files.readString(loaded).equals(cases)) {
        throw new IllegalStateException("There are other data in " + directory + ".");
      }
      loader.settle();
      return;
    }
    Bench.say("Creating the tables");
    start(postgres.port(), "migration").close();
    Bench.say("Loading " + cases + " cases");
    long start = System.nanoTime();
    loader.load();
    Bench.say("Loaded in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    Files.writeString(loaded, cases);
  }

  Map<Operation, Replay> record(Postgres postgres) throws Exception {
    Bench.say("Recording the statements of each operation");
    Map<Operation, Replay> replays = new EnumMap<>(Operation.class);
    try (Recorder recorder = new Recorder(postgres.port());
        Service service = start(recorder.port(), "recorded")) {
      Probe probe = new Probe(recorder, Target.http(service.port()), postgres.dataSource());
      for (Operation operation : Operation.values()) {
        if (options.includes(operation.title) && operation.asksDatabase()) {
          Replay replay = probe.record(operation);
          replays.put(operation, replay);
          print(operation, replay);
        }
      }
    }
    return replays;
  }

  private static void print(Operation operation, Replay replay) {
    List<String> tags = replay.tags();
    System.out.printf(
        Locale.ROOT,
        "  %-20s %d round trips: %s%n",
        operation.title,
        replay.roundTrips(),
        String.join(", ", tags));
  }

  /** Removes a database that is not to be kept. */
  void clean() throws IOException {
    if (options.keepsData() || !Files.exists(directory)) {
      return;
    }
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
