package com.faultmaven.web.cors;

import com.faultmaven.web.FilterOrder;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
class CorsFilterConfiguration {

  private static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
  private static final List<String> EXPOSED =
      List.of(
          "X-Correlation-ID",
          "X-Request-ID",
          "X-Error-Code",
          "ETag",
          "Location",
          "Retry-After",
          "RateLimit",
          "RateLimit-Policy",
          "Deprecation",
          "Sunset",
          "Link",
          "Idempotency-Replayed");

  @Bean
  FilterRegistrationBean<CorsFilter> corsEdgeFilter(CorsProperties properties) {
    CorsConfiguration pages = new CorsConfiguration();
    pages.setAllowedOrigins(properties.origins());
    // pages that send `credentials: include`; nothing here is a cookie
    pages.setAllowCredentials(properties.areListed());
    pages.setAllowedMethods(METHODS);
    pages.setAllowedHeaders(List.of("*"));
    pages.setExposedHeaders(EXPOSED);
    pages.setMaxAge(Duration.ofHours(1));
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", pages);
    CorsFilter filter = new CorsFilter(everywhere);
    filter.setCorsProcessor(new PageOrigins());
    return FilterOrder.CORS.registerForApi(filter);
  }
}
