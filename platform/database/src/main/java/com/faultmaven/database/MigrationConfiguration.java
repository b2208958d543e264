package com.faultmaven.database;

import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Each folder below {@code db/migration} has a Flyway history of its own, named after it; {@code
 * __root} is migrated first. A folder is found by being there: no module is listed anywhere.
 */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  @Bean
  Histories histories(
      ResourcePatternResolver resources,
      @Value("${spring.flyway.table:flyway_schema_history}") String table)
      throws IOException {
    return Histories.of(resources, table);
  }

  @Bean
  FlywayMigrationStrategy migrations(Histories histories, DatabaseProperties properties) {
    return new MigrationIfNeeded(histories, properties.migrate());
  }
}
