package com.faultmaven.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

  /** Ticks in microseconds, the finest a timestamp in PostgreSQL and in the contract can be. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  /** Makes ids nobody can guess. */
  @Bean
  RandomGenerator randomGenerator() {
    return new SecureRandom();
  }
}
