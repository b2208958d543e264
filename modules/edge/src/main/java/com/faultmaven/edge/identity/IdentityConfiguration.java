package com.faultmaven.edge.identity;

import com.faultmaven.edge.EdgeOrder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

  @Bean
  FilterRegistrationBean<IdentityFilter> identityFilter(IdentityProperties properties) {
    return EdgeOrder.IDENTITY.register(new IdentityFilter(callers(properties)), "/api/*");
  }

  private static CallerSource callers(IdentityProperties properties) {
    String jwksUri = properties.jwksUri();
    return jwksUri == null
        ? new GatewayHeaders()
        : new BearerToken(TokenDecoder.of(jwksUri, properties), properties.claims());
  }
}
