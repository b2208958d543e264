package com.faultmaven.edge;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** The edge with a few things behind it, on a real Tomcat and a real PostgreSQL. */
@SpringBootApplication
public class EdgeTestApplication {

  @Bean(destroyMethod = "close")
  EmbeddedPostgres postgres() throws IOException {
    return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
  }

  @Bean
  DataSource dataSource(EmbeddedPostgres postgres) {
    DataSource database = postgres.getPostgresDatabase();
    DatabasePopulatorUtils.execute(
        new ResourceDatabasePopulator(
            new ClassPathResource("db/migration/edge/V1__idempotency_keys.sql"),
            new ClassPathResource("db/migration/edge/V2__deprecated_usage.sql"),
            new ClassPathResource("db/migration/edge/V5__idempotency_caller.sql"),
            new ClassPathResource("things.sql")),
        database);
    return database;
  }
}
