package com.faultmaven.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Redis or Valkey of the machine, on the loopback and without a file. */
public final class TestRedis implements AutoCloseable {

  private static final List<String> NAMES = List.of("valkey-server", "redis-server");
  private static final int PATIENCE_MS = 500;

  private final int port = TestBroker.freePort();
  private Process process;

  /** Starts it. */
  public TestRedis() throws IOException {
    process = start();
  }

  /** Whether this machine has one; CI must. */
  public static boolean isInstalled() {
    return System.getenv("CI") != null || program().isPresent();
  }

  /** In the form of the service's {@code REDIS_URL}. */
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Away at once, without a word. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** With nothing of what it knew before. */
  public void startAgain() throws IOException {
    process = start();
  }

  private Process start() throws IOException {
    String program =
        program()
            .orElseThrow(
                () -> new AssertionError("Neither of " + NAMES + " is installed: .ci/redis"));
    List<String> command =
        List.of(
            program,
            "--port",
            Integer.toString(port),
            "--bind",
            "127.0.0.1",
            "--save",
            "",
            "--appendonly",
            "no");
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    await().until(this::listens);
    return started;
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static Optional<String> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> new File(folder, name)))
        .filter(File::canExecute)
        .map(File::getPath)
        .findFirst();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
