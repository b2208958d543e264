package com.faultmaven.web.identity;

import com.faultmaven.kernel.UserDirectory;
import com.faultmaven.web.FilterOrder;
import com.faultmaven.web.contract.Operations;
import java.net.URI;
import java.time.Clock;
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
  Believed believed(IdentityProperties properties) {
    boolean gateway = properties.jwksUri() == null && properties.mode() == IdentityMode.GATEWAY;
    return gateway ? Believed.GATEWAY : Believed.TOKENS;
  }

  @Bean
  UserDirectory userDirectory(IdentityProperties properties) {
    return properties.userDirectory();
  }

  @Bean
  CallerSource callers(
      IdentityProperties properties, ObjectProvider<OwnTokens> ownTokens, Clock clock) {
    OrganizationSource source = Objects.requireNonNull(properties.organizationFrom());
    if (properties.mode() == IdentityMode.STANDALONE) {
      return new OwnTokensOnly(ownTokens.getObject(), source);
    }
    String jwksUri = properties.jwksUri();
    if (jwksUri != null) {
      PublishedKeys keys = new PublishedKeys(new KeyServer(URI.create(jwksUri)), properties.keys());
      return new BearerToken(keys, properties, clock);
    }
    CallerSource gateway = new GatewayHeaders(source == OrganizationSource.HEADER);
    OwnTokens tokens = ownTokens.getIfAvailable();
    CallerSource callers =
        tokens == null ? gateway : new GatewayAndOwnTokens(gateway, tokens, source);
    return properties.gateway().isAsked()
        ? new ProvenGateway(new GatewayProof(properties.gateway()), callers)
        : callers;
  }

  @Bean
  FilterRegistrationBean<IdentityFilter> identityFilter(
      CallerSource callers, ObjectProvider<Memberships> memberships, Operations operations) {
    return FilterOrder.IDENTITY.registerForApi(
        new IdentityFilter(callers, new Organizations(memberships.getIfAvailable()), operations));
  }
}
