package com.faultmaven.reliability;

import com.faultmaven.testing.TestBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A Kafka in a process of its own, which can be killed, and has its records still when it comes
 * back.
 */
final class Broker implements AutoCloseable {

  private final Path directory;
  private final int port = TestBroker.freePort();
  private final int controllerPort = TestBroker.freePort();
  private @Nullable Process process;

  Broker() {
    try {
      directory = Files.createTempDirectory("faultmaven-reliability-broker-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void main(String[] place) throws IOException {
    new TestBroker(Path.of(place[0]), Integer.parseInt(place[1]), Integer.parseInt(place[2]))
        .start();
    // ends with the process that started it
    System.in.read();
    Runtime.getRuntime().halt(0);
  }

  String address() {
    return "localhost:" + port;
  }

  /** Returns when it answers. */
  Broker start() {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Broker.class.getName(),
                directory.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort))
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(
                    Path.of(System.getProperty("reliability.logs"), "broker-" + port + ".log")
                        .toFile()));
    try {
      process = command.start();
      topics();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Those there are. */
  List<String> topics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
      return List.copyOf(admin.listTopics().names().get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** As {@code kill -9} does; nothing happens if it does not run. */
  void kill() {
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
  }

  @Override
  public void close() {
    kill();
    try {
      FileSystemUtils.deleteRecursively(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
