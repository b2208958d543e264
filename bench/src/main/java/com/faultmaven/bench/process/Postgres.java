package com.faultmaven.bench.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * A PostgreSQL on the loopback that keeps what is committed. Its settings are the server's defaults
 * unless more is asked for.
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
          "max_connections", "100");

  /** What the service sets in its sessions, for others that are to be planned alike. */
  public static final Map<String, String> PLANNING_AS_THE_SERVICE =
      Map.of("random_page_cost", "1.1", "max_parallel_workers_per_gather", "0", "jit", "off");

  private final EmbeddedPostgres postgres;
  private final Path directory;
  private final Map<String, String> settings;

  /**
   * @param directory is created if it is missing, and kept
   * @param more settings
   */
  public Postgres(Path directory, Map<String, String> more) throws IOException {
    this.directory = directory;
    Files.createDirectories(directory.toAbsolutePath().getParent());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setDataDirectory(directory).setCleanDataDirectory(false);
    settings = new TreeMap<>(SETTINGS);
    settings.putAll(more);
    settings.forEach(builder::setServerConfig);
    postgres = builder.start();
  }

  /** Settings of a server that can log the plans of all statements. */
  public static Map<String, String> explaining(Path folder) {
    return Map.of(
        "session_preload_libraries", "auto_explain",
        "auto_explain.log_analyze", "on",
        "auto_explain.log_buffers", "on",
        "logging_collector", "on",
        "log_directory", folder.toString(),
        "log_filename", "plans.log",
        "log_truncate_on_rotation", "on");
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
  public String settings() {
    return settings.entrySet().stream()
        // paths of the machine are no setting that matters
        .filter(setting -> !setting.getKey().startsWith("log_"))
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
