package com.faultmaven.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
  FORMS,
  /** Of what is no API. */
  PAGE_FORMS;

  /** Below these an operation may be. */
  private static final List<String> API = List.of("/api", "/v1");

  /** Puts a filter at this place, for whatever may lead to an operation. */
  public <F extends Filter> FilterRegistrationBean<F> registerForApi(F filter) {
    return register(filter, API.stream().map(path -> path + "/*").toArray(String[]::new));
  }

  /** Whether those filters see this request. */
  public static boolean isForApi(HttpServletRequest request) {
    String path = request.getServletPath();
    return API.stream().anyMatch(api -> path.equals(api) || path.startsWith(api + "/"));
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
