package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Requests;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.process.Cpu;
import com.faultmaven.bench.process.Service;
import com.faultmaven.bench.results.Row;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Two processes on one database against one. */
final class Instances {

  private static final int CONNECTIONS = 64;
  private static final double WARM_UP = 60;

  private final Stage stage;
  private final Service other;
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Double> waits = new LinkedHashMap<>();

  /**
   * @param other the second process
   */
  Instances(Stage stage, Service other) {
    this.stage = stage;
    this.other = other;
    for (Operation operation :
        List.of(Operation.GET_CASE, Operation.CREATE_CASE, Operation.ADD_MESSAGE)) {
      add(operation.title, () -> stage.traffic().of(operation, CONNECTIONS));
    }
    add(MixedDay.TITLE, () -> stage.traffic().mixedDay(CONNECTIONS));
  }

  private interface Maker {
    Requests make() throws SQLException;
  }

  private void add(String operation, Maker requests) {
    List<Target> both = List.of(stage.target(), Target.http(other.port()));
    Subject one =
        new Subject(
            operation,
            Row.ONE,
            CONNECTIONS,
            () -> Load.closed(stage.target(), CONNECTIONS, requests.make()),
            null,
            null);
    subjects.add(one);
    subjects.add(
        new Subject(
            operation,
            Row.TWO,
            CONNECTIONS,
            () -> Load.closed(both, CONNECTIONS, requests.make()),
            one,
            null));
  }

  List<Row> measure() throws IOException, SQLException, InterruptedException {
    Bench.say("Two processes");
    WarmUp.run(subjects, WARM_UP);
    Duration window = Duration.ofMillis((long) (1000 * stage.options().seconds()));
    for (int round = 1; round <= stage.options().rounds(); round++) {
      for (Subject subject : subjects) {
        subject.measure(window, this::usage);
      }
    }
    contention();
    return subjects.stream().map(Subject::row).toList();
  }

  /** The allocation is that of the first process only. */
  private Usage usage() throws IOException {
    return stage.usage().plus(new Usage(Cpu.of(other.pid()), 0, 0));
  }

  /** What the connections wait for while both processes open cases. */
  private void contention() throws IOException, SQLException, InterruptedException {
    Thread sampler = Thread.ofPlatform().unstarted(this::sampleWaits);
    try (Load load =
        Load.closed(
            List.of(stage.target(), Target.http(other.port())),
            CONNECTIONS,
            stage.traffic().of(Operation.CREATE_CASE, CONNECTIONS))) {
      sampler.start();
      load.during(Duration.ofSeconds(5));
    } finally {
      sampler.interrupt();
      sampler.join();
    }
  }

  private void sampleWaits() {
    try {
      while (!Thread.interrupted()) {
        Stats.waits(stage.postgres())
            .forEach((name, count) -> waits.merge(name, count, Double::sum));
        Thread.sleep(20);
      }
    } catch (InterruptedException done) {
      Thread.currentThread().interrupt();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Of the connections at work, how many in a hundred wait for what. */
  Map<String, Double> waits() {
    double all = waits.values().stream().mapToDouble(Double::doubleValue).sum();
    Map<String, Double> shares = new LinkedHashMap<>();
    waits.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(8)
        .forEach(
            wait ->
                shares.put(
                    "two processes open cases: % " + wait.getKey(), 100 * wait.getValue() / all));
    return shares;
  }
}
