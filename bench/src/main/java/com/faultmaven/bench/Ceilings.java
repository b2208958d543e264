package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.load.Target;
import com.faultmaven.bench.results.Row;
import com.faultmaven.bench.sql.Replay;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Measures each operation beside its ceiling, round after round. */
final class Ceilings {

  private static final int GOALS_ARE_FOR = 16;

  private final Stage stage;
  private final List<Subject> subjects = new ArrayList<>();

  Ceilings(Stage stage) {
    this.stage = stage;
    for (Operation operation : Operation.values()) {
      if (stage.options().includes(operation.title)) {
        stage.options().connections().forEach(connections -> add(operation, connections));
      }
    }
    if (stage.options().includes(MixedDay.TITLE)) {
      stage.options().connections().forEach(this::addMixedDay);
    }
  }

  private void add(Operation operation, int connections) {
    Subject ceiling = ceiling(operation, connections);
    if (ceiling != null) {
      subjects.add(ceiling);
    }
    subjects.add(
        new Subject(
            operation.title,
            Row.SERVICE,
            connections,
            () ->
                Load.closed(
                    stage.target(), connections, stage.traffic().of(operation, connections)),
            ceiling,
            connections == GOALS_ARE_FOR ? Goals.of(operation) : null));
  }

  private void addMixedDay(int connections) {
    subjects.add(
        new Subject(
            MixedDay.TITLE,
            Row.SERVICE,
            connections,
            () -> Load.closed(stage.target(), connections, stage.traffic().mixedDay(connections)),
            null,
            null));
  }

  private @Nullable Subject ceiling(Operation operation, int connections) {
    if (!operation.asksDatabase()) {
      return ceiling(
          operation,
          Row.WEB,
          connections,
          () ->
              Load.closed(
                  Target.http(stage.bare().port()),
                  connections,
                  stage.traffic().of(operation, connections)));
    }
    Replay replay = stage.replays().get(operation);
    return replay == null
        ? null
        : ceiling(
            operation,
            Row.DATABASE,
            connections,
            () ->
                Load.closed(
                    replay.on(stage.postgres().port()),
                    connections,
                    stage.traffic().of(operation, replay, connections)));
  }

  private static Subject ceiling(
      Operation operation, String of, int connections, Subject.Loads loads) {
    return new Subject(operation.title, of, connections, loads, null, null);
  }

  /** What the first connections run, for warming up. */
  List<Subject> toWarmUp() {
    int fewest = stage.options().connections().getFirst();
    return subjects.stream().filter(subject -> subject.connections() == fewest).toList();
  }

  List<Row> measure() throws IOException, SQLException {
    Duration window = Duration.ofMillis((long) (1000 * stage.options().seconds()));
    for (int round = 1; round <= stage.options().rounds(); round++) {
      Bench.say("Round " + round + " of " + stage.options().rounds());
      for (Subject subject : subjects) {
        subject.measure(window, stage::usage);
      }
    }
    return subjects.stream().map(Subject::row).toList();
  }
}
