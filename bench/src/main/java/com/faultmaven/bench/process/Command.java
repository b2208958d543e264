package com.faultmaven.bench.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A command of a release, in a process of its own. */
public final class Command implements AutoCloseable {

  private final Process process;
  private final Path log;

  /**
   * Starts it.
   *
   * @param database the port of the PostgreSQL it is for
   * @param options of its JVM
   */
  public Command(Path release, int database, String options, Path log, String... words)
      throws IOException {
    this.log = log;
    List<String> program = new ArrayList<>();
    program.add(release.resolve("bin/faultmaven").toString());
    program.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(program).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", options);
    builder.environment().put("DATABASE_URL", Postgres.url(database));
    process = builder.start();
  }

  public long pid() {
    return process.pid();
  }

  /** Waits for its end, not longer than that; returns whether it has come. */
  public boolean endsWithin(Duration length) throws InterruptedException {
    return process.waitFor(length);
  }

  /**
   * Waits for its end.
   *
   * @throws IllegalStateException if it ends with anything but 0
   */
  public void await() throws InterruptedException {
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("A command ended with " + status + "; see " + log + ".");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
