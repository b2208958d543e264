package com.faultmaven.cases;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseConfiguration {

  @Bean
  @ConditionalOnMissingBean
  RandomGenerator randomGenerator() {
    return new SecureRandom();
  }
}
