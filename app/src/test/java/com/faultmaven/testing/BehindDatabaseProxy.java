package com.faultmaven.testing;

import static org.awaitility.Awaitility.await;

import com.faultmaven.App;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

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
@ExtendWith(BehindDatabaseProxy.Mend.class)
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

  /** Leaves the next test a network that works, and connections that were never broken. */
  class Mend implements AfterEachCallback {

    @Override
    public void afterEach(ExtensionContext test) throws IOException {
      PROXY.mend();
      ApplicationContext application = SpringExtension.getApplicationContext(test);
      // one that was used just now is lent again without a look
      application
          .getBeansOfType(HikariDataSource.class)
          .values()
          .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
      int port =
          application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
      Api api = Api.on(port).asSomebody();
      await("a connection")
          .atMost(Duration.ofSeconds(15))
          .until(() -> api.get("/api/v2/cases").status() == 200);
    }
  }
}
