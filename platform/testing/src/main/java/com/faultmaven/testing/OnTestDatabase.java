package com.faultmaven.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points an application context at {@link TestDatabase}, whatever the environment says. */
public class OnTestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** What is encrypted in one context is read in another. */
  public static final String SECRET =
      "faultmaven.secret=a secret of tests, the same in all of them";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "spring.datasource.url=" + TestDatabase.jdbcUrl(),
            SECRET,
            // what brokers of tests have to say
            "logging.level.kafka=ERROR",
            "logging.level.state.change.logger=ERROR",
            // a hundred requests of one user at once take their time on a busy machine
            "faultmaven.limits.max-wait=30s",
            // the suites outlive v1
            "faultmaven.api.versions.cases.v1.sunset=2999-06-30")
        .applyTo(context.getEnvironment());
  }
}
