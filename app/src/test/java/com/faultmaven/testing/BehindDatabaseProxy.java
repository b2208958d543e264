package com.faultmaven.testing;

import com.faultmaven.App;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test over HTTP whose application reaches its database through {@link #PROXY}, and does not wait
 * long for it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = App.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.hikari.connection-timeout=1500",
      "spring.datasource.hikari.validation-timeout=500",
      "faultmaven.database.connect-timeout=1s",
      "faultmaven.database.requests.connections=10",
      "faultmaven.database.requests.lock-timeout=500ms",
      "faultmaven.database.requests.statement-timeout=2s",
      "faultmaven.database.requests.transaction-timeout=5s",
      "faultmaven.database.requests.idle-timeout=3s",
      "faultmaven.database.requests.socket-timeout=3s",
      "faultmaven.database.background.statement-timeout=6s",
      "faultmaven.database.background.socket-timeout=7s"
    })
@ContextConfiguration(initializers = BehindDatabaseProxy.Address.class)
public @interface BehindDatabaseProxy {

  /** The one way to the database for all classes that carry this annotation. */
  DatabaseProxy PROXY = DatabaseProxy.to(TestDatabase.port());

  /** Makes the server's own default an isolation on which the application does not work. */
  class Address implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
      new OnTestDatabase().initialize(context);
      TestPropertyValues.of(
              "spring.datasource.url=jdbc:postgresql://127.0.0.1:"
                  + PROXY.port()
                  + "/postgres?user=postgres"
                  + "&options=-c%20default_transaction_isolation%3Drepeatable%5C%20read")
          .applyTo(context.getEnvironment());
    }
  }
}
