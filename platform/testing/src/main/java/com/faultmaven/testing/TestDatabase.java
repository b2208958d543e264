package com.faultmaven.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;

/** The one PostgreSQL of this JVM: fast instead of durable, gone when the JVM ends. */
public final class TestDatabase {

  private static final EmbeddedPostgres POSTGRES = start();

  private TestDatabase() {}

  /** Where it listens, user included. */
  public static String jdbcUrl() {
    return POSTGRES.getJdbcUrl("postgres", "postgres");
  }

  /** On this machine. */
  public static int port() {
    return POSTGRES.getPort();
  }

  /** Beside the application's own pool: to look at what the application really stored. */
  public static DataSource dataSource() {
    return POSTGRES.getPostgresDatabase();
  }

  private static EmbeddedPostgres start() {
    try {
      Path directory = Files.createTempDirectory("faultmaven-test-");
      EmbeddedPostgres postgres =
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              // each context that is kept for the next class has its pools
              .setServerConfig("max_connections", "300")
              .setServerConfig("unix_socket_directories", "")
              // plans as the embedded database makes them
              .setServerConfig("random_page_cost", "1.1")
              .setServerConfig("max_parallel_workers_per_gather", "0")
              .setRegisterShutdownHook(false)
              .start();
      Reaper.ends(directory);
      // these run after the contexts are closed, in a process that had any; a hook of its own would
      // race them
      SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
      return postgres;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
