package com.faultmaven.web.http;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import java.util.List;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.ContentNegotiationConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class HttpConfiguration {

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> requestsAndAnswers() {
    return factory -> factory.addContextValves(new OneReadingValve(), new PlainHeadersValve());
  }

  @Bean
  FilterRegistrationBean<CachingFilter> cachingFilter(Operations operations) {
    return FilterOrder.CACHING.register(
        new CachingFilter(operations), "/api/*", "/v1/*", "/health", "/ready", "/metrics");
  }

  @Bean
  FilterRegistrationBean<PathFilter> pathFilter() {
    return FilterOrder.PATH.register(new PathFilter(), "/*");
  }

  @Bean
  FilterRegistrationBean<SlashFilter> slashFilter(Operations operations) {
    return FilterOrder.SLASH.registerForApi(new SlashFilter(operations));
  }

  /** The dispatcher sets the same for as long as a controller works. */
  @Bean
  FilterRegistrationBean<RequestContextFilter> noRequestContextFilter() {
    FilterRegistrationBean<RequestContextFilter> registration =
        new FilterRegistrationBean<>(new RequestContextFilter());
    registration.setEnabled(false);
    return registration;
  }

  @Bean
  WebMvcConfigurer acceptedTypes() {
    return new WebMvcConfigurer() {
      @Override
      public void configureContentNegotiation(ContentNegotiationConfigurer configurer) {
        configurer.strategies(List.of(new AcceptedTypes()));
      }
    };
  }

  /**
   * Named as Boot's own, which it replaces; like that one it has OPTIONS answered by the mappings.
   * Nobody listens to events about requests.
   */
  @Bean
  DispatcherServlet dispatcherServlet() {
    DispatcherServlet servlet = new OperationServlet();
    servlet.setDispatchOptionsRequest(true);
    servlet.setPublishEvents(false);
    return servlet;
  }

  /** Lets TRACE through to where each path knows its methods; Tomcat would name some of its own. */
  @Bean
  TomcatConnectorCustomizer routedTrace() {
    return connector -> connector.setAllowTrace(true);
  }

  /**
   * Lets through what clients send. Browsers leave these characters as they are, and the original
   * service read them; what a path names may have slashes in it, like `ci/cd`: escaped, they part
   * nothing.
   */
  @Bean
  TomcatConnectorCustomizer readableTargets() {
    return connector -> {
      connector.setProperty("relaxedPathChars", "[]{}|^");
      connector.setProperty("relaxedQueryChars", "[]{}|^`\\\"<>");
      connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
      connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
    };
  }
}
