package com.faultmaven.database;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/**
 * Who decides on the database: spring.datasource.url before DATABASE_URL before nobody. Blank is
 * unset.
 */
public enum ConfiguredDatabase {
  SPRING,
  DATABASE_URL,
  NONE;

  public static ConfiguredDatabase of(Environment environment) {
    if (StringUtils.hasText(environment.getProperty("spring.datasource.url"))) {
      return SPRING;
    }
    return StringUtils.hasText(databaseUrl(environment)) ? DATABASE_URL : NONE;
  }

  /** Refuses an address that leads to no PostgreSQL database, in words. */
  public static void requireUsable(Environment environment) {
    if (of(environment) == DATABASE_URL) {
      details(environment);
    }
  }

  /** Where it is and as whom to connect; null if nobody says so. */
  public static @Nullable JdbcConnectionDetails details(Environment environment) {
    return switch (of(environment)) {
      case SPRING ->
          new DatabaseUrl(
              environment.getRequiredProperty("spring.datasource.url"),
              environment.getProperty("spring.datasource.username"),
              environment.getProperty("spring.datasource.password"));
      case DATABASE_URL -> DatabaseUrl.parse(Objects.requireNonNull(databaseUrl(environment)));
      case NONE -> null;
    };
  }

  /**
   * Where the database is that an address of any of the forms of {@code DATABASE_URL} leads to.
   *
   * @throws RuntimeException if it leads to no PostgreSQL database; the message quotes no password
   */
  public static JdbcConnectionDetails at(String address) {
    return DatabaseUrl.parse(address);
  }

  /** As it stands: a password may look like a placeholder. */
  static @Nullable String databaseUrl(Environment environment) {
    for (PropertySource<?> source : ((ConfigurableEnvironment) environment).getPropertySources()) {
      if (source.getProperty(DATABASE_URL.name()) instanceof Object value) {
        return value.toString();
      }
    }
    return null;
  }

  static class BySpring implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return of(context.getEnvironment()) == SPRING;
    }
  }

  static class ByUrl implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return of(context.getEnvironment()) == DATABASE_URL;
    }
  }
}
