package com.faultmaven.mail;

import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

  private static final Profiles PRODUCTION = Profiles.of("production");

  @Bean
  WayOut wayOut(
      ObjectProvider<JavaMailSenderImpl> servers,
      MailProperties properties,
      Environment environment) {
    JavaMailSenderImpl server = servers.getIfAvailable();
    if (server != null && StringUtils.hasText(server.getHost())) {
      configure(server.getJavaMailProperties(), properties);
      return new Smtp(server);
    }
    return environment.acceptsProfiles(PRODUCTION) ? new Closed() : new Outbox(properties.outbox());
  }

  @Bean
  PublicUrl publicUrl(Environment environment) {
    return PublicUrl.of(environment, environment.acceptsProfiles(PRODUCTION));
  }

  /** What {@code spring.mail.properties} say comes first. Jakarta Mail would wait for ever. */
  private static void configure(Properties server, MailProperties properties) {
    boolean encrypted = properties.tls() == MailProperties.Tls.REQUIRED;
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      server.putIfAbsent(protocol + "connectiontimeout", "10000");
      server.putIfAbsent(protocol + "timeout", "30000");
      server.putIfAbsent(protocol + "writetimeout", "30000");
      server.putIfAbsent(protocol + "ssl.checkserveridentity", "true");
      server.putIfAbsent(protocol + "starttls.enable", "true");
      server.putIfAbsent(protocol + "starttls.required", Boolean.toString(encrypted));
    }
  }
}
