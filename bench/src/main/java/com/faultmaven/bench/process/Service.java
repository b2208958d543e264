package com.faultmaven.bench.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A process that serves HTTP. */
public final class Service implements AutoCloseable {

  private static final String JAVA_HOME = System.getProperty("java.home");

  private static final Duration TO_START = Duration.ofMinutes(2);
  private static final Duration TO_STOP = Duration.ofSeconds(30);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final int port;
  private final Process process;
  private final Path log;
  private final long start = System.nanoTime();
  private double secondsUntilReady;

  private Service(List<String> program, Map<String, String> environment, Path log)
      throws IOException {
    this.log = log;
    port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(program).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", JAVA_HOME);
    builder.environment().putAll(environment);
    builder.environment().put("PORT", Integer.toString(port));
    process = builder.start();
  }

  /**
   * A release in production, whose metrics are on a port of their own.
   *
   * @param database the port of its PostgreSQL
   * @param options of its JVM
   * @param settings of its environment, such as whom it believes
   */
  public static Service released(
      Path release, int database, String options, Map<String, String> settings, Path log)
      throws IOException {
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("JAVA_OPTS", options);
    environment.put("ENVIRONMENT", "production");
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    // there may be several of them on one machine
    environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
    environment.put("DATABASE_URL", Postgres.url(database));
    environment.put("CORS_ORIGINS", "none");
    return new Service(
        List.of(release.resolve("bin/faultmaven").toString(), "run"), environment, log);
  }

  /** A main class of this JVM's class path. */
  public static Service of(Class<?> main, Path log) throws IOException {
    return new Service(
        List.of(
            Path.of(JAVA_HOME, "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx384m",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()),
        Map.of(),
        log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until a path is answered with 200. */
  public Service awaitReady(String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
    long end = System.nanoTime() + TO_START.toNanos();
    while (!answers(request)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        close();
        throw new IllegalStateException("A process did not start; it says why in " + log + ".");
      }
      Thread.sleep(20);
    }
    secondsUntilReady = (System.nanoTime() - start) / 1e9;
    return this;
  }

  private static boolean answers(HttpRequest request) throws InterruptedException {
    try {
      return CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** From the start of the process to the first 200. */
  public double secondsUntilReady() {
    return secondsUntilReady;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP)) {
        process.destroyForcibly().onExit().join();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
