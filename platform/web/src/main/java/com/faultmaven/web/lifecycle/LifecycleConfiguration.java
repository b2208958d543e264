package com.faultmaven.web.lifecycle;

import com.faultmaven.contracts.Contracts;
import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiProperties.class)
class LifecycleConfiguration {

  @Bean
  EndingVersions endingVersions(ApiProperties api, Clock clock) {
    return EndingVersions.of(
        Contracts.packaged(), api, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  @Bean
  ClientNames clientNames(ApiProperties api) {
    return new ClientNames(api.clients());
  }

  @Bean
  DeprecatedUsages deprecatedUsages(JdbcClient database) {
    return new DeprecatedUsages(database);
  }

  /** Destroyed when the server has stopped and before the database goes: the last counts. */
  @Bean(destroyMethod = "flush")
  UsageCounts usageCounts(DeprecatedUsages stored) {
    return new UsageCounts(stored);
  }

  @Bean
  FilterRegistrationBean<LifecycleFilter> lifecycleFilter(
      Operations operations,
      EndingVersions versions,
      ClientNames clients,
      Clock clock,
      UsageCounts counts,
      ObjectProvider<MeterRegistry> registry) {
    Usage usage =
        new Usage(clock, clients, registry.getIfAvailable(SimpleMeterRegistry::new), counts);
    return ifAnyEnds(
        versions, FilterOrder.LIFECYCLE, new LifecycleFilter(operations, versions, usage));
  }

  @Bean
  FilterRegistrationBean<SunsetFilter> sunsetFilter(
      Operations operations, EndingVersions versions, Clock clock) {
    return ifAnyEnds(versions, FilterOrder.SUNSET, new SunsetFilter(operations, versions, clock));
  }

  private static <F extends Filter> FilterRegistrationBean<F> ifAnyEnds(
      EndingVersions versions, FilterOrder place, F filter) {
    FilterRegistrationBean<F> registration = place.registerForApi(filter);
    registration.setEnabled(!versions.all().isEmpty());
    return registration;
  }
}
