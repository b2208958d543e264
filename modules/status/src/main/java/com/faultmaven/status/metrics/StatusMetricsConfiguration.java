package com.faultmaven.status.metrics;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class StatusMetricsConfiguration {

  /** Only where there is something to scrape. */
  @Bean
  SmartInitializingSingleton statusGauges(
      ObjectProvider<PrometheusRegistry> registry, JdbcClient jdbc, Clock clock) {
    StatusGauges gauges = new StatusGauges(jdbc, clock);
    return () -> registry.ifAvailable(found -> found.register(gauges));
  }
}
