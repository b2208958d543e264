package com.faultmaven.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;

/** The order of the filters, outermost first; the one place that states it. */
public enum FilterOrder {
  SLASH,
  METRICS,
  CORRELATION,
  TRACES,
  CACHING,
  PROBLEMS,
  LIFECYCLE,
  CORS,
  PATH,
  SUNSET,
  SHEDDING,
  IDENTITY,
  RATES,
  LIMITS,
  /** In place of RATES where it waits for others, which only as many do as there are places. */
  RATES_ELSEWHERE,
  IDEMPOTENCY,
  FORMS;

  /** Puts a filter at this place, for whatever may lead to an operation. */
  public <F extends Filter> FilterRegistrationBean<F> registerForApi(F filter) {
    return register(filter, "/api/*", "/v1/*");
  }

  /** Puts a filter at this place, for requests as they come from outside. */
  public <F extends Filter> FilterRegistrationBean<F> register(F filter, String... urlPatterns) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns(urlPatterns);
    registration.setDispatcherTypes(DispatcherType.REQUEST);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10 * (1 + ordinal()));
    return registration;
  }
}
