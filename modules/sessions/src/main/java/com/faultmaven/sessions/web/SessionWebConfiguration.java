package com.faultmaven.sessions.web;

import com.faultmaven.kernel.Caller;
import com.faultmaven.sessions.SeenSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class SessionWebConfiguration implements WebMvcConfigurer {

  private static final String HEADER = "X-Session-Id";

  private final SeenSessions seen;

  SessionWebConfiguration(SeenSessions seen) {
    this.seen = seen;
  }

  /** A client calls it so; before everything that looks at the path. */
  @Bean
  static FilterRegistrationBean<UrlHandlerFilter> sessionsWithATrailingSlash() {
    FilterRegistrationBean<UrlHandlerFilter> filter =
        new FilterRegistrationBean<>(
            UrlHandlerFilter.trailingSlashHandler("/api/v1/sessions/").wrapRequest().build());
    filter.addUrlPatterns("/api/v1/sessions/");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Override
  public void addInterceptors(InterceptorRegistry interceptors) {
    interceptors.addInterceptor(new SessionsOfRequests());
  }

  /** Whatever a request of somebody known is for, it is activity in the session it names. */
  private final class SessionsOfRequests implements HandlerInterceptor {

    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      String session = request.getHeader(HEADER);
      if (session != null && Caller.isKnown()) {
        seen.add(session, Caller.current().userId());
      }
      return true;
    }
  }
}
