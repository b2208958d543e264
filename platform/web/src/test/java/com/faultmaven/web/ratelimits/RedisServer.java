package com.faultmaven.web.ratelimits;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real Redis or Valkey of the machine, on the loopback and without a file. */
final class RedisServer implements AutoCloseable {

  private static final List<String> NAMES = List.of("valkey-server", "redis-server");

  private final int port;
  private Process process;

  RedisServer() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    process = start();
  }

  /** Whether this machine has one; CI must. */
  static boolean isInstalled() {
    return System.getenv("CI") != null || program().isPresent();
  }

  String url() {
    return "redis://127.0.0.1:" + port;
  }

  /** Away at once, without a word. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  void startAgain() throws IOException {
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
            "" + port,
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
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
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
