package com.faultmaven.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class OriginalSettingsTest {

  @ParameterizedTest
  @CsvSource({
    "PORT, 9000, server.port, 9000",
    "API_PORT, 9000, server.port, 9000",
    "SERVICE_NAME, cases-eu, spring.application.name, cases-eu",
    "KAFKA_BOOTSTRAP_SERVERS, kafka:9092, spring.kafka.bootstrap-servers, kafka:9092",
    "DOCS_ENABLED, True, faultmaven.docs.enabled, true",
    "LOG_LEVEL, debug, logging.level.com.faultmaven, DEBUG",
    "LOG_LEVEL, debug, logging.level.root, INFO",
    "LOG_LEVEL, WARNING, logging.level.com.faultmaven, WARN",
    "LOG_LEVEL, CRITICAL, logging.level.root, ERROR"
  })
  void becomeSpringsProperties(String variable, String value, String property, String expected) {
    assertThat(read(new MockEnvironment().withProperty(variable, value)).getProperty(property))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PORT, server.port", "LOG_LEVEL, logging.level.root"})
  void areUnsetWhenBlank(String variable, String property) {
    assertThat(read(new MockEnvironment().withProperty(variable, " ")).getProperty(property))
        .isNull();
  }

  @Test
  void giveWayToSpringsOwn() {
    MockEnvironment environment =
        new MockEnvironment().withProperty("PORT", "9000").withProperty("server.port", "9001");

    assertThat(read(environment).getProperty("server.port")).isEqualTo("9001");
  }

  @Test
  void areThoseOfTheCaseServiceFirst() {
    MockEnvironment environment =
        new MockEnvironment()
            .withProperty("PORT", "9000")
            .withProperty("API_PORT", "9001")
            .withProperty("ENVIRONMENT", "development")
            .withProperty("APP_ENV", "production");
    SpringApplication application = new SpringApplication();
    new OriginalSettings().postProcessEnvironment(environment, application);

    assertThat(environment.getProperty("server.port")).isEqualTo("9000");
    assertThat(application.getAdditionalProfiles()).isEmpty();
  }

  @Test
  void chooseTheProfileByTheNameOfTheStatusService() {
    SpringApplication application = new SpringApplication();
    new OriginalSettings()
        .postProcessEnvironment(
            new MockEnvironment().withProperty("APP_ENV", "production"), application);

    assertThat(application.getAdditionalProfiles()).containsExactly("production");
  }

  @Test
  void refuseALogLevelThatIsNone() {
    MockEnvironment environment = new MockEnvironment().withProperty("LOG_LEVEL", "loud");

    assertThatThrownBy(() -> read(environment))
        .isInstanceOf(UnusableSettings.class)
        .hasMessageContaining("loud");
  }

  @ParameterizedTest
  @CsvSource({"Production, production", "' production ', production", "development, ", "'', "})
  void chooseTheProfileBesideOthers(String environment, @Nullable String profile) {
    SpringApplication application = new SpringApplication();
    application.setAdditionalProfiles("eu");
    new OriginalSettings()
        .postProcessEnvironment(
            new MockEnvironment().withProperty("ENVIRONMENT", environment), application);

    assertThat(application.getAdditionalProfiles())
        .containsExactlyInAnyOrderElementsOf(
            profile == null ? Set.of("eu") : Set.of("eu", profile));
  }

  private static MockEnvironment read(MockEnvironment environment) {
    new OriginalSettings().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
