package com.faultmaven.web.traces;

import com.faultmaven.tracing.Tracing;
import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TraceConfiguration {

  /** No filter at all while tracing is off. */
  @Bean
  FilterRegistrationBean<RequestSpans> requestSpans(Tracing tracing, Operations operations) {
    FilterRegistrationBean<RequestSpans> filter =
        FilterOrder.TRACES.register(new RequestSpans(tracing, operations), "/*");
    filter.setEnabled(tracing.isOn());
    return filter;
  }
}
