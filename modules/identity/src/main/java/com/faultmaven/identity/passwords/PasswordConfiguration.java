package com.faultmaven.identity.passwords;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PasswordProperties.class)
class PasswordConfiguration {

  @Bean
  Turns passwordTurns(PasswordProperties properties) {
    return new Turns(
        Runtime.getRuntime().availableProcessors(), properties.waiting(), properties.patience());
  }
}
