package com.faultmaven.reliability;

import static org.awaitility.Awaitility.await;

import com.faultmaven.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A process of the packaged application, with the probe in it. */
final class Instance {

  private static final Duration TO_START = Duration.ofMinutes(3);

  private final int port = TestBroker.freePort();
  private final Api api = new Api(port);
  private final Process process;

  /**
   * Starts it; to be awaited.
   *
   * @param attempts after which it parks a delivery
   * @param broker where it publishes; null for nowhere
   * @param settings more of them, as {@code name=value}
   */
  Instance(String database, int attempts, @Nullable String broker, String... settings) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx384m",
            "-Dloader.path=" + System.getProperty("reliability.probe"),
            "-Dfaultmaven.redelivery.every=500ms",
            "-Dfaultmaven.limits.max-wait=30s",
            "-Dfaultmaven.redelivery.lease=5s",
            "-Dfaultmaven.redelivery.backoff=200ms",
            "-Dfaultmaven.redelivery.attempts=" + attempts));
    // of two for one name, the last counts
    Stream.of(settings).map(setting -> "-D" + setting).forEach(words::add);
    words.addAll(
        List.of(
            "-cp",
            System.getProperty("reliability.app"),
            "org.springframework.boot.loader.launch.PropertiesLauncher"));
    ProcessBuilder command =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(
                Path.of(System.getProperty("reliability.logs"), name() + ".log").toFile());
    command.environment().put("DATABASE_URL", database + "?application_name=" + name());
    command.environment().put("PORT", Integer.toString(port));
    // or each directory it is started in would get one
    command.environment().put("FAULTMAVEN_SECRET", "of processes that are killed and started");
    if (broker != null) {
      command.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker);
    }
    try {
      process = command.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Instance awaitReady() {
    await().atMost(TO_START).pollInterval(Duration.ofMillis(250)).until(this::isReady);
    return this;
  }

  private boolean isReady() throws InterruptedException {
    if (!process.isAlive()) {
      throw new IllegalStateException("The process ended with " + process.exitValue());
    }
    return api.isReady();
  }

  Api api() {
    return api;
  }

  /** What the database calls its connections. */
  String name() {
    return "instance-" + port;
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** As an orchestrator asks it to end; says whether it did in time. */
  boolean terminate(Duration atMost) {
    process.destroy();
    try {
      return process.waitFor(atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  long pid() {
    return process.pid();
  }

  /** As {@code kill -9} does; nothing happens to one that is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }
}
