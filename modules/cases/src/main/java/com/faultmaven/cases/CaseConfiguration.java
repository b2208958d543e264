package com.faultmaven.cases;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UserDataProperties.class)
class CaseConfiguration {

  @Bean
  @ConditionalOnMissingBean
  RandomGenerator randomGenerator() {
    return new SecureRandom();
  }
}
