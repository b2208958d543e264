package com.faultmaven.database;

import java.util.Objects;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@Conditional(ConfiguredDatabase.ByUrl.class)
class DatabaseUrlConfiguration {

  @Bean
  JdbcConnectionDetails databaseUrl(Environment environment) {
    return DatabaseUrl.parse(Objects.requireNonNull(ConfiguredDatabase.databaseUrl(environment)));
  }
}
