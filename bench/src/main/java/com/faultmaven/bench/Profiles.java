package com.faultmaven.bench;

import com.faultmaven.bench.load.Load;
import com.faultmaven.bench.process.Jvm;
import com.faultmaven.bench.profile.FlameGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Flame graphs of single operations, once everything is compiled. */
final class Profiles {

  private static final int CONNECTIONS = 16;
  private static final Duration RAMP = Duration.ofSeconds(3);
  private static final Duration LENGTH = Duration.ofSeconds(15);

  private final Stage stage;
  private final Path target;

  /**
   * @param target where recordings are kept
   */
  Profiles(Stage stage, Path target) {
    this.stage = stage;
    this.target = target;
  }

  /** Images by the title of their operation. */
  Map<String, String> draw() throws IOException, SQLException {
    Map<String, String> images = new LinkedHashMap<>();
    for (Operation operation : Operation.values()) {
      if (stage.options().profiles(operation.title)) {
        images.put(operation.title, draw(operation));
      }
    }
    return images;
  }

  private String draw(Operation operation) throws IOException, SQLException {
    Path recording = target.resolve(operation.title + ".jfr");
    try (Load load =
        Load.closed(stage.target(), CONNECTIONS, stage.traffic().of(operation, CONNECTIONS))) {
      record(stage.jvm(), load, recording);
    }
    return FlameGraph.of(recording, operation.title);
  }

  /** Samples what a service does under a load. */
  static void record(Jvm jvm, Load load, Path recording) throws IOException {
    Files.deleteIfExists(recording);
    load.during(RAMP);
    long id = jvm.startRecording();
    load.during(LENGTH);
    jvm.endRecording(id, recording);
  }
}
