package com.faultmaven.web.identity;

import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import java.net.URI;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityConfiguration {

  @Bean
  CallerSource callers(IdentityProperties properties, ObjectProvider<OwnTokens> ownTokens) {
    OrganizationSource source = Objects.requireNonNull(properties.organizationFrom());
    if (properties.mode() == IdentityMode.STANDALONE) {
      return new OwnTokensOnly(ownTokens.getObject(), source);
    }
    String jwksUri = properties.jwksUri();
    if (jwksUri != null) {
      return new BearerToken(
          new PublishedKeys(new KeyServer(URI.create(jwksUri)), properties.keys()), properties);
    }
    CallerSource gateway = new GatewayHeaders(source == OrganizationSource.HEADER);
    OwnTokens tokens = ownTokens.getIfAvailable();
    return tokens == null ? gateway : new GatewayAndOwnTokens(gateway, tokens, source);
  }

  @Bean
  FilterRegistrationBean<IdentityFilter> identityFilter(
      CallerSource callers, ObjectProvider<Memberships> memberships, Operations operations) {
    return FilterOrder.IDENTITY.registerForApi(
        new IdentityFilter(callers, new Organizations(memberships.getIfAvailable()), operations));
  }
}
