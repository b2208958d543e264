package com.faultmaven.identity.web;

import com.faultmaven.kernel.Feature;
import com.faultmaven.web.contract.Operations;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CapabilityProperties.class)
class CapabilityConfiguration {

  /** Made once: nothing of it changes while the service runs. */
  @Bean
  CapabilityDocument capabilityDocument(
      CapabilityProperties properties,
      ObjectProvider<Feature> features,
      Operations operations,
      JsonMapper json) {
    Set<String> names = features.stream().map(Feature::name).collect(Collectors.toSet());
    boolean teams = operations.at("POST", "/api/v1/teams").operation() != null;
    return CapabilityDocument.of(properties, names, teams, json);
  }
}
