package com.faultmaven.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.Set;
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
  private static final Caller ADA =
      new Caller(new UserId("ada"), new OrganizationId("default"), "ada@example.com", Set.of());
  private static final TraceParent TRACE =
      TraceParent.of("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true);

  /** Boot sets it for the whole JVM, and with it for every context started later. */
  @AfterEach
  void forgetTheFormat() {
    System.clearProperty(
        LoggingSystemProperty.CONSOLE_STRUCTURED_FORMAT.getEnvironmentVariableName());
  }

  @Test
  void isJsonWithTheCorrelationInProduction(CapturedOutput output) {
    JsonNode line = JsonMapper.shared().readTree(lineWrittenBy("Production", output));

    assertThat(Instant.parse(line.path("timestamp").asString())).isNotNull();
    assertThat(line.path("exception").asString()).startsWith("java.lang.IllegalStateException");
    assertThat(line.path("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    assertThat(line.path("span_id").asString()).isEqualTo("00f067aa0ba902b7");
    assertThat(line.path("user").asString()).isEqualTo(new UserId("ada").pseudonym());
    assertThat(line.toString()).doesNotContain("ada@example.com", "\"ada\"");
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
      TRACE.run(() -> ADA.run(LoggingTest::writeLine));
      return output
          .getOut()
          .lines()
          .filter(line -> line.contains(MESSAGE))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void writeLine() {
    LoggerFactory.getLogger(LoggingTest.class).info(MESSAGE, new IllegalStateException("broken"));
  }

  @Configuration(proxyBeanMethods = false)
  static class NothingElse {}
}
