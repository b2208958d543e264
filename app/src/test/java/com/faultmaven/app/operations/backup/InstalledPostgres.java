package com.faultmaven.app.operations.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.faultmaven.testing.TestBroker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A cluster of the PostgreSQL that is installed on this machine: unlike the embedded one, it comes
 * with the tools that dump and restore.
 */
final class InstalledPostgres implements AutoCloseable {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static final String DATABASE = "postgres";
  private static final List<String> TOOLS = List.of("initdb", "postgres", "pg_dump", "pg_restore");

  private final int port = TestBroker.freePort();
  private final Path directory = Files.createTempDirectory("faultmaven-backup-");
  private final Process server;

  private InstalledPostgres(Path programs) throws IOException, InterruptedException {
    Path data = directory.resolve("data");
    Process initdb =
        begin(
            programs.resolve("initdb").toString(),
            "--pgdata=" + data,
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync");
    assertThat(initdb.waitFor()).as("initdb").isZero();
    server =
        begin(
            programs.resolve("postgres").toString(),
            "-D",
            data.toString(),
            "-p",
            Integer.toString(port),
            "-c",
            "unix_socket_directories=",
            "-c",
            "listen_addresses=localhost",
            "-c",
            "fsync=off");
    await().atMost(Duration.ofSeconds(30)).until(this::listens);
  }

  /** Starts one. Where there is none, the test is skipped, but fails in CI. */
  static InstalledPostgres start() throws IOException, InterruptedException {
    Optional<Path> programs = programs();
    assumeTrue(
        programs.isPresent() || System.getenv("CI") != null,
        "no PostgreSQL with its tools is here");
    return new InstalledPostgres(programs.orElseThrow());
  }

  /** Where the programs of one version are, all of them; empty if there is none. */
  private static Optional<Path> programs() throws IOException {
    if (!Files.isDirectory(DEBIAN)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(DEBIAN)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> TOOLS.stream().allMatch(tool -> Files.isExecutable(bin.resolve(tool))))
          .max(Comparator.comparing(bin -> Integer.parseInt(bin.getName(3).toString())));
    }
  }

  /** PostgreSQL refuses to run as root; so it is somebody else where the tests are. */
  private Process begin(String... command) throws IOException {
    List<String> words = new ArrayList<>();
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(List.of("unshare", "-U"));
    }
    words.addAll(List.of(command));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("log").toFile())
        .start();
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("localhost", port), 1000);
      jdbc().sql("select 1").query(Integer.class).single();
      return true;
    } catch (IOException | RuntimeException notYet) {
      return false;
    }
  }

  JdbcClient jdbc() {
    return jdbc(DATABASE);
  }

  JdbcClient jdbc(String database) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres"));
  }

  /** As a setting of the service and its commands. */
  String setting() {
    return setting(DATABASE);
  }

  String setting(String database) {
    return "--DATABASE_URL=postgresql://postgres@localhost:" + port + "/" + database;
  }

  @Override
  public void close() throws IOException {
    server.destroy();
    server.onExit().join();
    FileSystemUtils.deleteRecursively(directory);
  }
}
