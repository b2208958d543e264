package com.faultmaven.reliability;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process of the packaged application, with the probe in it. */
final class Instance {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration TO_START = Duration.ofMinutes(3);

  private final int port = freePort();
  private final Process process;

  /** Starts it; to be awaited. */
  Instance(String database) {
    File log =
        Path.of(System.getProperty("reliability.logs"), "instance-" + port + ".log").toFile();
    ProcessBuilder command =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx384m",
                    "-Dloader.path=" + System.getProperty("reliability.probe"),
                    "-Dfaultmaven.redelivery.every=500ms",
                    "-Dfaultmaven.redelivery.lease=5s",
                    "-Dfaultmaven.redelivery.backoff=200ms",
                    "-cp",
                    System.getProperty("reliability.app"),
                    "org.springframework.boot.loader.launch.PropertiesLauncher"))
            .redirectErrorStream(true)
            .redirectOutput(log);
    command.environment().put("DATABASE_URL", database);
    command.environment().put("PORT", Integer.toString(port));
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

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException("The process ended with " + process.exitValue());
    }
    try {
      return CLIENT
              .send(HttpRequest.newBuilder(uri("/ready")).build(), BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a case.
   *
   * @throws IOException if the process is gone before it answers
   */
  void open(String title) throws IOException, InterruptedException {
    int status =
        CLIENT
            .send(
                HttpRequest.newBuilder(uri("/api/v2/cases"))
                    .header("X-User-ID", "ada")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"title\":\"" + title + "\"}"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    if (status != 201) {
      throw new IllegalStateException("answered " + status);
    }
  }

  /** As {@code kill -9} does; nothing happens to one that is gone. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
