package com.faultmaven.app.operations.check;

import com.faultmaven.database.ConfiguredDatabase;
import com.faultmaven.kernel.Checkup;
import com.faultmaven.kernel.Finding;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.StringUtils;

/**
 * Looks at what the service needs: its settings, the database and its clock, the broker, Redis, and
 * what modules need.
 */
public final class CheckCommand {

  /** Binds the settings of all modules, as the service does; no component itself. */
  @ComponentScan("com.faultmaven.kernel")
  @ConfigurationPropertiesScan("com.faultmaven")
  @EnableConfigurationProperties(KafkaProperties.class)
  private static final class Settings {}

  private CheckCommand() {}

  /**
   * Prints a line for each finding.
   *
   * @return whether all is well
   * @throws RuntimeException if the settings cannot be used, which has been reported by then
   */
  public static boolean run(PrintStream out, String... settings) {
    List<Finding> findings = findings(settings);
    findings.forEach(out::println);
    return findings.stream().allMatch(Finding::isGood);
  }

  private static List<Finding> findings(String[] settings) {
    List<Finding> findings = new ArrayList<>();
    try (ConfigurableApplicationContext context = configured(settings)) {
      findings.add(Finding.good("configuration", "complete"));
      ConfigurableEnvironment environment = context.getEnvironment();
      findings.add(CallersCheck.finding(environment));
      JdbcConnectionDetails database = ConfiguredDatabase.details(environment);
      if (database == null) {
        findings.add(Finding.good("database", "that of mvn spring-boot:run"));
      } else {
        findings.addAll(
            new DatabaseCheck(database, settings, context.getBean(Clock.class)).findings());
      }
      if (StringUtils.hasText(environment.getProperty("spring.kafka.bootstrap-servers"))) {
        findings.add(BrokerCheck.finding(context.getBean(KafkaProperties.class)));
      }
      String redis = environment.getProperty("faultmaven.rate-limits.redis-url");
      if (redis != null && !redis.isBlank()) {
        findings.add(RedisCheck.finding(redis.strip()));
      }
      for (Checkup checkup : ServiceLoader.load(Checkup.class)) {
        findings.addAll(checkup.findings(environment));
      }
    }
    return findings;
  }

  private static ConfigurableApplicationContext configured(String[] settings) {
    SpringApplication application = new SpringApplication(Settings.class);
    // the settings of the service are asked for, and nothing is served
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setApplicationContextFactory(_ -> new AnnotationConfigApplicationContext());
    application.setLogStartupInfo(false);
    return application.run(settings);
  }
}
