package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystemProperty;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class LoggingTest {

  private static final String MESSAGE = "the line this test writes";

  /** Boot sets it for the whole JVM, and with it for every context started later. */
  @AfterEach
  void forgetTheFormat() {
    System.clearProperty(
        LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
  }

  @Test
  void isJsonWithTheCorrelationInProduction(CapturedOutput output) {
    JsonNode line = JsonMapper.shared().readTree(lineWrittenBy("Production", output));

    assertThat(line.path("correlation_id").asString()).isEqualTo("0123-abcd");
    assertThat(line.path("request_id").asString()).isEqualTo("mine");
    assertThat(line.path("level").asString()).isEqualTo("INFO");
    assertThat(line.path("service").asString()).isEqualTo("fm-case-service");
    assertThat(line.path("message").asString()).isEqualTo(MESSAGE);
  }

  @Test
  void isReadableWithTheCorrelationElsewhere(CapturedOutput output) {
    assertThat(lineWrittenBy("development", output))
        .doesNotStartWith("{")
        .contains(" INFO ", "0123-abcd mine ");
  }

  private static String lineWrittenBy(String environment, CapturedOutput output) {
    SpringApplication application = new SpringApplication(NothingElse.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    try (ConfigurableApplicationContext context =
            application.run(
                "--ENVIRONMENT=" + environment,
                "--DATABASE_URL=postgresql://db/cases",
                "--faultmaven.identity.trust-gateway=true",
                "--faultmaven.identity.organization-from=none",
                "--CORS_ORIGINS=none");
        MDC.MDCCloseable correlation = MDC.putCloseable("correlation_id", "0123-abcd");
        MDC.MDCCloseable request = MDC.putCloseable("request_id", "mine")) {
      LoggerFactory.getLogger(LoggingTest.class).info(MESSAGE);
      return output
          .getOut()
          .lines()
          .filter(line -> line.contains(MESSAGE))
          .findFirst()
          .orElseThrow();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class NothingElse {}
}
