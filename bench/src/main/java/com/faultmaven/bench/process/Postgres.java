package com.faultmaven.bench.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A PostgreSQL on the loopback that keeps what is committed. Its settings are the server's
 * defaults, apart from the one the README asks for.
 */
public final class Postgres implements AutoCloseable {

  private static final Map<String, String> SETTINGS =
      Map.of(
          // the library's own defaults are for tests
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "unix_socket_directories", "",
          "listen_addresses", "localhost",
          "max_connections", "100",
          "random_page_cost", "1.1");

  private final EmbeddedPostgres postgres;
  private final Path directory;

  /**
   * @param directory is created if it is missing, and kept
   */
  public Postgres(Path directory) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory.toAbsolutePath().getParent());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
    SETTINGS.forEach(builder::setServerConfig);
    postgres = builder.start();
  }

  public int port() {
    return postgres.getPort();
  }

  public DataSource dataSource() {
    return postgres.getPostgresDatabase();
  }

  /** In the form of the service's {@code DATABASE_URL}. */
  public static String url(int port) {
    return "postgresql://postgres@localhost:" + port + "/postgres";
  }

  /** The server process. */
  public long pid() throws IOException {
    try (var lines = Files.lines(directory.resolve("postmaster.pid"))) {
      return Long.parseLong(lines.findFirst().orElseThrow().strip());
    }
  }

  /** What differs from the defaults. */
  public static String settings() {
    return SETTINGS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(setting -> setting.getKey() + " = '" + setting.getValue() + "'")
        .collect(Collectors.joining(", "));
  }

  /** Waits until the server is gone, which takes longer than the library waits. */
  @Override
  public void close() throws IOException {
    Optional<ProcessHandle> server = ProcessHandle.of(pid());
    postgres.close();
    server.ifPresent(process -> process.onExit().join());
  }
}
