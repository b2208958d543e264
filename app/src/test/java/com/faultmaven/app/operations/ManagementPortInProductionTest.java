package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.mock.env.MockEnvironment;

/** Where the packaged settings put what is for operators. */
class ManagementPortInProductionTest {

  @Test
  void isOneOfItsOwnWhereNobodyElseGets() {
    MockEnvironment production = packaged("production");

    assertThat(ManagementPortType.get(production)).isEqualTo(ManagementPortType.DIFFERENT);
    assertThat(production.getProperty("management.server.address")).isEqualTo("127.0.0.1");
  }

  @Test
  void isThatOfTheServiceInDevelopment() {
    assertThat(ManagementPortType.get(packaged("development"))).isEqualTo(ManagementPortType.SAME);
  }

  private static MockEnvironment packaged(String profile) {
    MockEnvironment environment = new MockEnvironment();
    ConfigDataEnvironmentPostProcessor.applyTo(
        environment, new DefaultResourceLoader(), new DefaultBootstrapContext(), profile);
    return environment;
  }
}
