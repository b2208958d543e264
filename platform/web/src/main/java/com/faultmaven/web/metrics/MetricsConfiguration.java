package com.faultmaven.web.metrics;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  @Bean
  FilterRegistrationBean<RequestMeters> requestMeters(
      Operations operations, ObjectProvider<MeterRegistry> registry) {
    return FilterOrder.METRICS.register(
        new RequestMeters(operations, registry.getIfAvailable(SimpleMeterRegistry::new)), "/*");
  }

  /** Of everything else; what runs at the moment is measured nowhere. */
  @Bean
  DefaultMeterObservationHandler otherObservations(ObjectProvider<MeterRegistry> registry) {
    return new DefaultMeterObservationHandler(
        registry.getIfAvailable(SimpleMeterRegistry::new), IgnoredMeters.LONG_TASK_TIMER);
  }
}
