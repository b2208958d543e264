package com.faultmaven.edge;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

  /** Ticks in microseconds, the finest a timestamp in PostgreSQL and in the contract can be. */
  @Bean
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  }

  @Bean
  FilterRegistrationBean<CorrelationFilter> correlationFilter() {
    return EdgeOrder.CORRELATION.register(new CorrelationFilter(), "/*");
  }
}
