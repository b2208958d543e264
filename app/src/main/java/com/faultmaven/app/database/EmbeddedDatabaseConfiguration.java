package com.faultmaven.app.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Conditional(ConfiguredDatabase.ByNobody.class)
class EmbeddedDatabaseConfiguration {

  /** Closed after everything that has a connection to it. */
  @Bean(destroyMethod = "close")
  EmbeddedDatabase embeddedDatabase(
      @Value("${faultmaven.embedded-database.directory}") String directory) {
    return EmbeddedDatabase.start(Path.of(directory));
  }
}
