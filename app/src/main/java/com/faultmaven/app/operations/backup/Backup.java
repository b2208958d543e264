package com.faultmaven.app.operations.backup;

import com.faultmaven.database.ConfiguredDatabase;
import com.faultmaven.jobs.Restored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes everything in the database into a file, and the file into an empty database. */
public final class Backup {

  /** What a context needs that is asked for its settings only. */
  private static final class Settings {}

  private Backup() {}

  /**
   * Writes the database into a new file, as it is at one moment. A file of that name is a complete
   * backup.
   *
   * @return whether it was written; if not, the reason stands on standard error
   */
  public static boolean write(Path file, String... settings) throws IOException {
    if (Files.exists(file)) {
      System.err.println(file + " is there already. A backup is written to a new file.");
      return false;
    }
    Path partial = file.resolveSibling(file.getFileName() + ".partial");
    PostgresTools tools = new PostgresTools(database(settings));
    if (!tools.run(
        "pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file=" + partial)) {
      Files.deleteIfExists(partial);
      return false;
    }
    Files.move(partial, file);
    return true;
  }

  /**
   * Fills an empty database from a backup, or changes nothing. What waits in it to be sent will be
   * held back.
   *
   * @return whether it did; if not, the reason stands on standard error
   */
  public static boolean restore(Path file, String... settings) {
    JdbcConnectionDetails database = database(settings);
    PostgresTools tools = new PostgresTools(database);
    boolean filled =
        tools.run(
            "pg_restore",
            "--single-transaction",
            "--exit-on-error",
            "--no-owner",
            "--no-privileges",
            // that of an extension is for whoever created it, perhaps before
            "--no-comments",
            "--dbname=" + tools.databaseName(),
            file.toString());
    if (filled && !Restored.note(JdbcClient.create(tools.dataSource()))) {
      System.err.println(
          "The backup is of an older version: what waited in it to be sent will be sent.");
    }
    return filled;
  }

  private static JdbcConnectionDetails database(String[] settings) {
    SpringApplication application = new SpringApplication(Settings.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.setLogStartupInfo(false);
    try (ConfigurableApplicationContext context = application.run(settings)) {
      return Objects.requireNonNull(
          ConfiguredDatabase.details(context.getEnvironment()), "no database is configured");
    }
  }
}
