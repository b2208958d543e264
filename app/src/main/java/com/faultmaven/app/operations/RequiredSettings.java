package com.faultmaven.app.operations;

import com.faultmaven.database.ConfiguredDatabase;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Refuses to start without what must be said. In production that is everything whose default could
 * lose data or let in anybody; elsewhere the packaged application still needs a database.
 */
class RequiredSettings implements EnvironmentPostProcessor, Ordered {

  static final String DATABASE =
      "Where the data lies: set DATABASE_URL to postgresql://user:password@host:5432/database"
          + " (on your own machine, mvn spring-boot:run brings a database).";
  static final String TRUST =
      "Whom to believe about callers: set faultmaven.identity.jwks-uri to check bearer tokens,"
          + " faultmaven.identity.trust-gateway=true where a gateway in front sets X-User-ID, or"
          + " faultmaven.identity.mode=standalone where people sign in here.";
  static final String SECRET =
      "What the keys of tokens are encrypted under: set FAULTMAVEN_SECRET to at least 32 random"
          + " characters, the same for all processes of an installation.";
  static final String TOKENS =
      "Which tokens count: set faultmaven.identity.issuer and faultmaven.identity.audience.";
  static final String ORGANIZATIONS =
      "Where an organization comes from: set faultmaven.identity.organization-from to claim (the"
          + " token names it), header (the gateway sets X-Organization-ID and lets no client's"
          + " through) or none (everybody is in one).";
  static final String ORIGINS =
      "Which web pages may call: set CORS_ORIGINS to their origins, to none, or to * for all.";

  private static final int SHORTEST_SECRET = 32;
  private static final Profiles PRODUCTION = Profiles.of("production");
  private static final String EMBEDDED_DATABASE =
      "com.faultmaven.database.embedded.EmbeddedDatabase";

  @Override
  public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication app) {
    boolean bringsDatabase = ClassUtils.isPresent(EMBEDDED_DATABASE, app.getClassLoader());
    List<String> missing =
        app.getWebApplicationType() == WebApplicationType.NONE
            ? database(environment, bringsDatabase)
            : missing(environment, bringsDatabase);
    if (!missing.isEmpty()) {
      throw UnusableSettings.missing(missing);
    }
    // also for the commands that connect by themselves
    ConfiguredDatabase.requireUsable(environment);
  }

  static List<String> missing(Environment environment, boolean bringsDatabase) {
    List<String> missing = database(environment, bringsDatabase);
    if (isTooShort(environment.getProperty("faultmaven.secret", ""))) {
      missing.add(SECRET);
    }
    if (environment.acceptsProfiles(PRODUCTION)) {
      addIdentity(environment, missing);
      if (isBlank(environment, "faultmaven.cors.origins")) {
        missing.add(ORIGINS);
      }
    }
    return missing;
  }

  /** All that a command needs that serves nobody. */
  private static List<String> database(Environment environment, boolean bringsDatabase) {
    List<String> missing = new ArrayList<>();
    if (ConfiguredDatabase.of(environment) == ConfiguredDatabase.NONE
        && (environment.acceptsProfiles(PRODUCTION) || !bringsDatabase)) {
      missing.add(DATABASE);
    }
    return missing;
  }

  private static void addIdentity(Environment environment, List<String> missing) {
    if ("standalone".equalsIgnoreCase(environment.getProperty("faultmaven.identity.mode", ""))) {
      // tokens issued here are believed, and memberships are checked
      if (isBlank(environment, "faultmaven.secret")) {
        missing.add(SECRET);
      }
      return;
    }
    boolean tokens = !isBlank(environment, "faultmaven.identity.jwks-uri");
    if (!tokens && isBlank(environment, "faultmaven.identity.trust-gateway")) {
      missing.add(TRUST);
    }
    if (tokens
        && (isBlank(environment, "faultmaven.identity.issuer")
            || isBlank(environment, "faultmaven.identity.audience"))) {
      missing.add(TOKENS);
    }
    if (isBlank(environment, "faultmaven.identity.organization-from")) {
      missing.add(ORGANIZATIONS);
    }
  }

  private static boolean isTooShort(String secret) {
    return StringUtils.hasText(secret) && secret.length() < SHORTEST_SECRET;
  }

  private static boolean isBlank(Environment environment, String property) {
    return !StringUtils.hasText(environment.getProperty(property));
  }

  /** After the files, which may say it. */
  @Override
  public int getOrder() {
    return ConfigDataEnvironmentPostProcessor.ORDER + 1;
  }
}
