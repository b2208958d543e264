package com.faultmaven.app.operations;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * The environment variables of the original services in Spring's words; where two name one thing,
 * that of the case service counts. They stand between Spring's own properties, which win, and
 * application.yaml; a blank one is unset.
 */
class OriginalSettings implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    Map<String, Object> settings = new HashMap<>();
    read(environment, "API_PORT", settings, "server.port", String::strip);
    read(environment, "PORT", settings, "server.port", String::strip);
    read(environment, "SERVICE_NAME", settings, "spring.application.name", String::strip);
    read(
        environment,
        "DEFAULT_PAGE_SIZE",
        settings,
        "faultmaven.v1.default-page-size",
        String::strip);
    read(environment, "MAX_PAGE_SIZE", settings, "faultmaven.v1.max-page-size", String::strip);
    read(
        environment,
        "KAFKA_BOOTSTRAP_SERVERS",
        settings,
        "spring.kafka.bootstrap-servers",
        String::strip);
    read(environment, "REDIS_URL", settings, "faultmaven.rate-limits.redis-url", String::strip);
    read(environment, "CORS_ORIGINS", settings, "faultmaven.cors.origins", String::strip);
    read(environment, "DOCS_ENABLED", settings, "faultmaven.docs.enabled", OriginalSettings::lower);
    read(environment, "LOG_LEVEL", settings, "logging.level.com.faultmaven", LogLevels::ours);
    read(environment, "LOG_LEVEL", settings, "logging.level.root", LogLevels::others);
    environment.getPropertySources().addLast(new MapPropertySource("originalSettings", settings));
    if (isProduction(
        environment.getProperty("ENVIRONMENT", environment.getProperty("APP_ENV", "")))) {
      // beside those of spring.profiles.active, which must not take it away
      Set<String> profiles = new LinkedHashSet<>(app.getAdditionalProfiles());
      profiles.add("production");
      app.setAdditionalProfiles(profiles.toArray(String[]::new));
    }
  }

  /** Before the files, which depend on the profile. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER - 1;
  }

  private static void read(
      ConfigurableEnvironment environment,
      String variable,
      Map<String, Object> settings,
      String property,
      UnaryOperator<String> translation) {
    String value = environment.getProperty(variable);
    if (StringUtils.hasText(value)) {
      settings.put(property, translation.apply(value));
    }
  }

  private static boolean isProduction(@Nullable String environment) {
    return switch (environment == null ? "" : lower(environment)) {
      case "", "development" -> false;
      case "production" -> true;
      default -> throw UnusableSettings.unknownEnvironment(String.valueOf(environment));
    };
  }

  private static String lower(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }
}
