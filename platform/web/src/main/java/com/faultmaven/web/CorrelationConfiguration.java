package com.faultmaven.web;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CorrelationConfiguration {

  @Bean
  FilterRegistrationBean<CorrelationFilter> correlationFilter() {
    return FilterOrder.CORRELATION.register(new CorrelationFilter(), "/*");
  }
}
