package com.faultmaven.web;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * What requests pass with a few things behind it, on a real Tomcat and a real PostgreSQL of its
 * own.
 */
@SpringBootApplication(
    scanBasePackages = {
      "com.faultmaven.web",
      "com.faultmaven.kernel",
      "com.faultmaven.jobs",
      "com.faultmaven.tracing"
    },
    exclude = FlywayAutoConfiguration.class,
    excludeName = "com.faultmaven.database.embedded.EmbeddedDatabaseConfiguration")
public class WebTestApplication {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) throws IOException {
    DataSource database = postgres.getPostgresDatabase();
    ResourceDatabasePopulator tables = new ResourceDatabasePopulator(migrations());
    tables.addScript(new ClassPathResource("db/migration/jobs/V1__tasks.sql"));
    tables.addScript(new ClassPathResource("db/migration/jobs/V2__signs_of_life.sql"));
    tables.addScript(new ClassPathResource("db/migration/jobs/V3__database_of_life.sql"));
    tables.addScript(new ClassPathResource("db/migration/jobs/V4__priorities.sql"));
    tables.addScript(new ClassPathResource("things.sql"));
    DatabasePopulatorUtils.execute(tables, database);
    return database;
  }

  private static Resource[] migrations() throws IOException {
    Resource[] migrations =
        new PathMatchingResourcePatternResolver().getResources("classpath:db/migration/edge/*.sql");
    Arrays.sort(migrations, Comparator.comparing(Resource::getFilename));
    return migrations;
  }
}
