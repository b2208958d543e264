package com.faultmaven.identity;

import com.faultmaven.kernel.UserDirectory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccountProperties.class)
class AccountConfiguration {

  @Bean
  AccountPolicy accountPolicy(
      AccountProperties properties, UserDirectory directory, Environment environment) {
    boolean production = environment.acceptsProfiles(Profiles.of("production"));
    boolean passwordless = !Boolean.FALSE.equals(properties.passwordless()) && !production;
    if (production && Boolean.TRUE.equals(properties.passwordless())) {
      throw new IllegalArgumentException(
          "faultmaven.accounts.passwordless: in production every account has a password.");
    }
    if (properties.bootstrap().isSet() && !directory.here()) {
      throw new IllegalArgumentException(
          "faultmaven.accounts.bootstrap: accounts are not kept here, by"
              + " faultmaven.identity.directory.");
    }
    return new AccountPolicy(
        directory.here(),
        properties.registration() == AccountProperties.Registration.OPEN,
        passwordless,
        !production);
  }
}
