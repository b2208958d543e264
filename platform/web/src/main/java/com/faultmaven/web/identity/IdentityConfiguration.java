package com.faultmaven.web.identity;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import java.net.URI;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

  @Bean
  CallerSource callers(IdentityProperties properties) {
    String jwksUri = properties.jwksUri();
    return jwksUri == null
        ? new GatewayHeaders(properties.organizationFrom() == OrganizationSource.HEADER)
        : new BearerToken(
            new PublishedKeys(new KeyServer(URI.create(jwksUri)), properties.keys()), properties);
  }

  @Bean
  FilterRegistrationBean<IdentityFilter> identityFilter(
      CallerSource callers, Operations operations) {
    return FilterOrder.IDENTITY.register(new IdentityFilter(callers, operations), "/api/*");
  }
}
