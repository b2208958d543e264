package com.faultmaven.clients;

import com.faultmaven.App;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The service as it is after the sunset of version 1. */
record EndedVersion(ConfigurableApplicationContext application) implements AutoCloseable {

  static EndedVersion start() {
    return new EndedVersion(
        SpringApplication.run(
            App.class,
            "--server.port=0",
            "--" + OnTestDatabase.SECRET,
            "--spring.datasource.url=" + TestDatabase.jdbcUrl(),
            "--faultmaven.api.versions.cases.v1.deprecated-since=2020-01-01",
            "--faultmaven.api.versions.cases.v1.sunset=2020-12-31"));
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    application.close();
  }
}
