package com.faultmaven.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the administrator that the settings name, at a start without an active one. */
@Component
class FirstAdministrator implements ApplicationRunner {

  private final AccountProperties properties;
  private final Registration registration;

  FirstAdministrator(AccountProperties properties, Registration registration) {
    this.properties = properties;
    this.registration = registration;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    AccountProperties.Bootstrap first = properties.bootstrap();
    String username = first.username();
    String password = first.password();
    if (first.isSet() && username != null && password != null) {
      registration.bootstrap(username, first.email(), password);
    }
  }
}
