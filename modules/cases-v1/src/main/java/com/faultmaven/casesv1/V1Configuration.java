package com.faultmaven.casesv1;

import com.faultmaven.web.contract.Operations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(V1Properties.class)
class V1Configuration {

  @Bean
  FilterRegistrationBean<LenientHeaders> lenientHeaders(Operations operations) {
    FilterRegistrationBean<LenientHeaders> registration =
        new FilterRegistrationBean<>(new LenientHeaders(operations));
    registration.addUrlPatterns("/api/*");
    return registration;
  }
}
