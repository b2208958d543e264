package com.faultmaven.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModuleIdentifier;
import org.springframework.modulith.core.ApplicationModuleIdentifiers;
import org.springframework.modulith.runtime.flyway.MigrationFilter;
import org.springframework.modulith.runtime.flyway.SpringModulithFlywayMigrationStrategy;

/**
 * Each folder below {@code db/migration} has a Flyway history of its own, named after it; {@code
 * __root} is migrated first. A folder is found by being there: no module is listed anywhere.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  private static final String FOLDERS = "classpath*:db/migration/*/V*.sql";

  private static final String ROOT = "__root";

  @Bean
  FlywayMigrationStrategy migrations(
      ResourcePatternResolver resources, DatabaseProperties properties) throws IOException {
    List<ApplicationModuleIdentifier> histories =
        Arrays.stream(resources.getResources(FOLDERS))
            .map(MigrationConfiguration::folder)
            .distinct()
            .filter(folder -> !folder.equals(ROOT))
            .sorted()
            .map(ApplicationModuleIdentifier::of)
            .toList();
    return new SpringModulithFlywayMigrationStrategy(
        ApplicationModuleIdentifiers.of(histories),
        properties.migrate() ? MigrationFilter.USE_ALL : MigrationConfiguration::requireMigrated);
  }

  /** Migrates nothing. A database that is newer than this version is fine. */
  private static boolean requireMigrated(ApplicationModuleIdentifier folder, Flyway all) {
    String name = folder.toString();
    String history = all.getConfiguration().getTable();
    int pending =
        Flyway.configure()
            .configuration(all.getConfiguration())
            .locations("classpath:db/migration/" + name)
            .table(name.equals(ROOT) ? history : history + "_" + name)
            .load()
            .info()
            .pending()
            .length;
    if (pending > 0) {
      throw UnusableDatabase.notMigrated(name, pending);
    }
    return false;
  }

  private static String folder(Resource migration) {
    try {
      String[] path = migration.getURL().getPath().split("/");
      return path[path.length - 2];
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
