package com.faultmaven.traces;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.faultmaven.App;
import com.faultmaven.testing.IntegrationTest;
import com.faultmaven.testing.OnTestDatabase;
import com.faultmaven.testing.TestDatabase;
import com.faultmaven.tracing.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.context.WebApplicationContext;

/** Without an address to send spans to there is nothing that could cost anything. */
@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class TracesOffTest {

  @Autowired private WebApplicationContext application;

  @Test
  void leaveNoFilterAndNoExporter() {
    assertThat(requireNonNull(application.getServletContext()).getFilterRegistrations())
        .containsKey("requestMeters")
        .doesNotContainKey("requestSpans");
    assertThat(application.getBeansOfType(OpenTelemetrySdk.class)).isEmpty();
    assertThat(application.getBean(Tracing.class).isOn()).isFalse();
  }

  @Test
  void areRefusedInWordsWhereNoCollectorCanBe(CapturedOutput output) {
    assertThatThrownBy(
            () ->
                SpringApplication.run(
                    App.class,
                    "--server.port=0",
                    "--" + OnTestDatabase.SECRET,
                    "--spring.datasource.url=" + TestDatabase.jdbcUrl(),
                    "--otel.exporter.otlp.endpoint=collector:4318"))
        .isNotNull();

    assertThat(output)
        .containsOnlyOnce("which is not the address of a collector.")
        .contains("Set OTEL_EXPORTER_OTLP_ENDPOINT to http://host:4318")
        .doesNotContain("\tat ");
  }
}
