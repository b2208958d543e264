package com.faultmaven.clients;

import com.faultmaven.App;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An installation after the sunset of version 1, in which every account has a password and people
 * sign in on a listed client.
 */
record AnotherInstallation(ConfigurableApplicationContext application) implements AutoCloseable {

  static AnotherInstallation start() {
    return new AnotherInstallation(
        SpringApplication.run(
            App.class,
            "--server.port=0",
            "--" + OnTestDatabase.SECRET,
            "--spring.datasource.url=" + TestDatabase.jdbcUrl(),
            "--faultmaven.api.versions.cases.v1.deprecated-since=2020-01-01",
            "--faultmaven.api.versions.cases.v1.sunset=2020-12-31",
            "--faultmaven.accounts.passwordless=false",
            "--faultmaven.oauth.clients[0].id=" + CodeStates.CLIENT,
            "--faultmaven.oauth.clients[0].redirect-uris=" + CodeStates.BACK));
  }

  int port() {
    return application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() {
    application.close();
  }
}
