package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.faultmaven.testing.Api;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the first command of the README starts, without the Maven before it: its class path, its
 * arguments, and the PostgreSQL it brings, with data in the directory it is started in.
 */
class FirstCommandTest {

  private static final Path LOG = Path.of("target", "first-command.log").toAbsolutePath();

  @TempDir private Path directory = Path.of("");
  private @Nullable Process process;

  @BeforeEach
  void beginALog() throws IOException {
    Files.deleteIfExists(LOG);
  }

  @AfterEach
  void endWhatIsLeft() throws InterruptedException {
    if (process != null) {
      // asked first: it takes its database along
      process.destroy();
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is only asked to end elsewhere")
  void keepsACaseWhenItIsStoppedAndStartedAgain() throws Exception {
    Api opening = Api.on(start()).as("ada");
    String path = opening.post("/api/v2/cases", "{\"title\":\"Kept\"}").is(201).header("Location");
    stop();

    Api reading = Api.on(start()).as("ada");
    assertThat(reading.get(path).is(200).text("/title")).isEqualTo("Kept");
    stop();

    assertThat(directory.resolve("data")).isDirectory();
    assertThat(Files.readString(LOG)).doesNotContain(" ERROR ", "\tat ");
  }

  /** Gives the port it serves on. */
  private int start() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("run.arguments").split(" ")));
    command.addAll(List.of("-cp", classPath()));
    command.add(App.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(List.of("DATABASE_URL", "ENVIRONMENT"));
    builder.environment().put("PORT", Integer.toString(port));
    Process started =
        builder
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
            .start();
    process = started;
    await()
        .atMost(Duration.ofSeconds(120))
        .failFast("the service ended; see " + LOG, () -> !started.isAlive())
        .until(() -> listens(port));
    return port;
  }

  /** The application's own classes before what Maven has found them to need. */
  private static String classPath() throws IOException {
    Path target = Path.of("target").toAbsolutePath();
    return target.resolve("classes")
        + File.pathSeparator
        + Files.readString(target.resolve("run.classpath")).strip();
  }

  private void stop() throws InterruptedException {
    Process started = Objects.requireNonNull(process);
    started.destroy();
    assertThat(started.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket("localhost", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }
}
