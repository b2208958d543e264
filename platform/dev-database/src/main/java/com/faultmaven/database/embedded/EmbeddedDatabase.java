package com.faultmaven.database.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of the application's own: durable, on the loopback only, small enough for a laptop.
 * The application ends with it.
 */
class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

  static final String MAJOR_VERSION = "18";

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // what is committed stays committed; the library's own defaults are for tests
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("full_page_writes", "on"),
          // reached by TCP from this machine only
          Map.entry("listen_addresses", "localhost"),
          Map.entry("unix_socket_directories", ""),
          // small: one application with 20 connections at most
          Map.entry("max_connections", "40"),
          Map.entry("shared_buffers", "64MB"),
          Map.entry("maintenance_work_mem", "32MB"),
          Map.entry("max_wal_size", "256MB"),
          Map.entry("io_method", "sync"),
          Map.entry("max_parallel_workers_per_gather", "0"),
          // no disk turns any more
          Map.entry("random_page_cost", "1.1"),
          Map.entry("max_logical_replication_workers", "0"),
          Map.entry("autovacuum_max_workers", "1"),
          Map.entry("jit", "off"),
          // the log names no statement and no value: they are what people wrote
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("log_min_error_statement", "panic"));

  /** Nothing is archived anywhere; nobody gets in before the new timeline has begun. */
  private static final Map<String, String> RECOVERY =
      Map.of("restore_command", "false", "hot_standby", "off");

  private final DataDirectory directory;
  private final Postmaster postmaster;
  private final EmbeddedPostgres postgres;
  private volatile boolean closing;

  private EmbeddedDatabase(
      DataDirectory directory, Postmaster postmaster, EmbeddedPostgres postgres) {
    this.directory = directory;
    this.postmaster = postmaster;
    this.postgres = postgres;
  }

  /** Starts on what lies there, after stopping what a killed process left running. */
  static EmbeddedDatabase start(Path path) {
    return start(path, Map.of());
  }

  /**
   * Starts on a copy of the files of another one, once all that is in it has been made good. It is
   * in a timeline of its own then, by which the service tells that it is no longer the same.
   */
  static EmbeddedDatabase recover(Path path) throws IOException {
    Files.createFile(path.resolve(DataDirectory.CLUSTER).resolve("recovery.signal"));
    return start(path, RECOVERY);
  }

  private static EmbeddedDatabase start(Path path, Map<String, String> more) {
    try {
      DataDirectory directory = DataDirectory.claim(path);
      try {
        return start(directory, more);
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw UnusableDirectory.noAccess(path, e);
    }
  }

  private static EmbeddedDatabase start(DataDirectory directory, Map<String, String> more)
      throws IOException {
    Postmaster postmaster = new Postmaster(directory.cluster);
    postmaster.stop();
    directory.requireVersion(MAJOR_VERSION);
    directory.prepare();
    try {
      EmbeddedPostgres postgres = builder(directory, more).start();
      directory.finished();
      EmbeddedDatabase database = new EmbeddedDatabase(directory, postmaster, postgres);
      database.watch();
      return database;
    } catch (IOException | RuntimeException e) {
      postmaster.stop();
      throw UnusableDirectory.doesNotStart(directory.cluster, directory.log, e);
    }
  }

  private static EmbeddedPostgres.Builder builder(
      DataDirectory directory, Map<String, String> more) {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory.cluster)
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(directory.binaries.toFile())
            .setOutputRedirector(Redirect.appendTo(directory.log.toFile()))
            .setErrorRedirector(Redirect.appendTo(directory.log.toFile()))
            .setPGStartupWait(PATIENCE)
            .setRegisterShutdownHook(false);
    SETTINGS.forEach(builder::setServerConfig);
    more.forEach(builder::setServerConfig);
    return builder;
  }

  /** It may be killed, by hand or for want of memory, and nothing works without it. */
  private void watch() throws IOException {
    postmaster
        .process()
        .ifPresent(
            process ->
                process.onExit().thenRunAsync(this::ended, task -> new Thread(task).start()));
  }

  private void ended() {
    if (!closing) {
      LOG.error(
          "The embedded PostgreSQL has ended, so this application ends too. Start it again: what was"
              + " committed is there. What PostgreSQL said last stands in {}.",
          directory.log);
      // whatever would be shut down in order asks the database
      Runtime.getRuntime().halt(1);
    }
  }

  @Override
  public String getJdbcUrl() {
    return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres";
  }

  @Override
  public String getUsername() {
    return "postgres";
  }

  @Override
  public String getPassword() {
    return "";
  }

  @Override
  public void close() throws IOException {
    closing = true;
    postgres.close();
    // it gives up waiting after five seconds, and the directory is not free before the server is
    // gone
    postmaster.isGoneWithin(PATIENCE);
    directory.close();
  }
}
