package com.faultmaven.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.Configuration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/**
 * Has Flyway migrate each history, unless one look at all of them shows that it would do nothing:
 * so it is with nearly every start, and Flyway takes its time for each.
 */
record MigrationIfNeeded(Histories histories, boolean allowed) implements FlywayMigrationStrategy {

  @Override
  public void migrate(Flyway flyway) {
    if (isUsual(flyway.getConfiguration()) && nothingIsNeeded(flyway.getConfiguration())) {
      return;
    }
    ApplicationModuleIdentifiers others =
        ApplicationModuleIdentifiers.of(
            histories.folders().stream()
                .filter(folder -> !folder.equals(Histories.ROOT))
                .map(ApplicationModuleIdentifier::of)
                .toList());
    new SpringModulithFlywayMigrationStrategy(
            others, allowed ? MigrationFilter.USE_ALL : this::requireMigrated)
        .migrate(flyway);
  }

  /** Whether the histories are where they usually are, and nobody else hangs on to Flyway. */
  private static boolean isUsual(Configuration configuration) {
    return configuration.getDefaultSchema() == null
        && configuration.getSchemas().length == 0
        && configuration.getJavaMigrations().length == 0
        && configuration.getCallbacks().length == 0;
  }

  private boolean nothingIsNeeded(Configuration configuration) {
    try (Connection connection = configuration.getDataSource().getConnection();
        Statement statement = connection.createStatement()) {
      return histories.needNothing(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("The histories of migrations cannot be read.", e);
    }
  }

  /** Migrates nothing. A database that is newer than this version is fine. */
  private boolean requireMigrated(ApplicationModuleIdentifier folder, Flyway all) {
    String name = folder.toString();
    int pending =
        Flyway.configure()
            .configuration(all.getConfiguration())
            .locations("classpath:db/migration/" + name)
            .table(histories.table(name))
            .load()
            .info()
            .pending()
            .length;
    if (pending > 0) {
      throw UnusableDatabase.notMigrated(name, pending);
    }
    return false;
  }
}
