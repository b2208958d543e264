package com.faultmaven.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Tracing is on where there is an address to send spans to. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  static final String ENDPOINT = "otel.exporter.otlp.endpoint";
  static final String TRACES_ENDPOINT = "otel.exporter.otlp.traces.endpoint";

  /** Waits for what is still to be sent, and ends with the application. */
  @Bean(destroyMethod = "close")
  @Conditional(Configured.class)
  OpenTelemetrySdk openTelemetry(Environment environment) {
    Map<String, String> settings = settings(environment);
    requireAddress(ENDPOINT, settings.get(ENDPOINT));
    requireAddress(TRACES_ENDPOINT, settings.get(TRACES_ENDPOINT));
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook()
        .addPropertiesCustomizer(_ -> settings)
        .build()
        .getOpenTelemetrySdk();
  }

  @Bean
  Tracing tracing(ObjectProvider<OpenTelemetrySdk> telemetry) {
    OpenTelemetrySdk sdk = telemetry.getIfAvailable();
    return sdk == null ? Tracing.OFF : Tracing.by(sdk);
  }

  @Bean
  static TracedDatabase tracedDatabase(ObjectProvider<Tracing> tracing) {
    return new TracedDatabase(tracing);
  }

  /** Ours, unless the operator says otherwise by the standard names. */
  private static Map<String, String> settings(Environment environment) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "otel.service.name", environment.getProperty("spring.application.name", "faultmaven"));
    settings.put("otel.exporter.otlp.protocol", "http/protobuf");
    settings.put("otel.metrics.exporter", "none");
    settings.put("otel.logs.exporter", "none");
    Binder.get(environment)
        .bind("otel", Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach((name, value) -> settings.put("otel." + name, value));
    return settings;
  }

  private static void requireAddress(String setting, @Nullable String value) {
    if (value != null && !isAddress(value)) {
      throw new UnusableTracing(setting, value);
    }
  }

  private static boolean isAddress(String value) {
    try {
      URI uri = URI.create(value);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
