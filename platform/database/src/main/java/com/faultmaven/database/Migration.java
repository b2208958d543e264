package com.faultmaven.database;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/** Migrates the database without serving anybody. It is configured like the service. */
public final class Migration {

  /** No component, or the service would find it. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  private static final class Libraries {}

  private Migration() {}

  /** Brings the database to the schema of this version, also where the service is not to. */
  public static void run(String... settings) {
    start(settings, "--faultmaven.database.migrate=true");
  }

  /**
   * Looks whether a service could start on the database without migrating it.
   *
   * @return why not, in words that say what to do; empty if it could
   */
  public static Optional<String> obstacle(String... settings) {
    try {
      start(settings, "--faultmaven.database.migrate=false", "--logging.level.root=OFF");
      return Optional.empty();
    } catch (RuntimeException failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof UnusableDatabase unusable) {
          return Optional.of(unusable.getMessage() + " " + unusable.action);
        }
      }
      throw failure;
    }
  }

  private static void start(String[] settings, String... more) {
    SpringApplication application =
        new SpringApplication(
            Libraries.class,
            ConnectionConfiguration.class,
            DatabaseUrlConfiguration.class,
            MigrationConfiguration.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    // of two values for one name Spring makes a list
    Stream<String> others =
        Stream.of(settings)
            .filter(setting -> Stream.of(more).noneMatch(it -> sameName(it, setting)));
    application.run(Stream.concat(others, Stream.of(more)).toArray(String[]::new)).close();
  }

  private static boolean sameName(String setting, String other) {
    return other.startsWith(setting.substring(0, setting.indexOf('=') + 1));
  }
}
