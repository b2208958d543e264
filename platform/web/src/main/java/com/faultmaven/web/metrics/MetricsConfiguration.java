package com.faultmaven.web.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  RequestConvention requestConvention() {
    return new RequestConvention();
  }

  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  RequestMeters requestMeters(ObjectProvider<MeterRegistry> registry) {
    return new RequestMeters(registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  /** Of everything else; what runs at the moment is measured nowhere. */
  @Bean
  @Order
  DefaultMeterObservationHandler otherObservations(ObjectProvider<MeterRegistry> registry) {
    return new DefaultMeterObservationHandler(
        registry.getIfAvailable(SimpleMeterRegistry::new), IgnoredMeters.LONG_TASK_TIMER);
  }
}
