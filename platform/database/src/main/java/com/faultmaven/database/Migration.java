package com.faultmaven.database;

import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Migrates the database without serving anybody. It is configured like the service. */
public final class Migration {

  /** No component, or the service would find it. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
  private static final class Libraries {}

  private Migration() {}

  /** Brings the database to the schema of this version. */
  public static void run(String... settings) {
    start(settings).close();
  }

  /**
   * Looks whether a service could start on the database without migrating it.
   *
   * @return why not, in words that say what to do; empty if it could
   */
  public static Optional<String> obstacle(String... settings) {
    Stream<String> silently =
        Stream.of("--faultmaven.database.migrate=false", "--logging.level.root=OFF");
    try {
      run(Stream.concat(Stream.of(settings), silently).toArray(String[]::new));
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

  private static ConfigurableApplicationContext start(String... settings) {
    SpringApplication application =
        new SpringApplication(
            Libraries.class,
            ConnectionConfiguration.class,
            DatabaseUrlConfiguration.class,
            MigrationConfiguration.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    return application.run(settings);
  }
}
