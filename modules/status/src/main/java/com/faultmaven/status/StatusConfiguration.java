package com.faultmaven.status;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StatusProperties.class)
class StatusConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(StatusConfiguration.class);

  static final String REFUSAL =
      "faultmaven.status.open-organizations lets anybody write, which production allows only with"
          + " faultmaven.status.open-in-production=true.";

  static boolean isRefused(StatusProperties properties, Environment environment) {
    return !properties.openOrganizations().isEmpty()
        && !properties.openInProduction()
        && environment.acceptsProfiles(Profiles.of("production"));
  }

  /** Says at every start that there are organizations anybody may write to. */
  @Bean
  InitializingBean openOrganizations(StatusProperties properties, Environment environment) {
    return () -> {
      if (properties.openOrganizations().isEmpty()) {
        return;
      }
      if (isRefused(properties, environment)) {
        throw new IllegalStateException(REFUSAL);
      }
      LOG.warn(
          "Anybody may publish for these organizations, without saying who they are: {}",
          properties.openOrganizations());
    };
  }
}
