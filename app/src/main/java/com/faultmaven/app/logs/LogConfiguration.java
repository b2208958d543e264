package com.faultmaven.app.logs;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(value = "logMembers", proxyBeanMethods = false)
@EnableConfigurationProperties(PseudonymKey.class)
class LogConfiguration {

  LogConfiguration(PseudonymKey key) {
    key.use();
  }
}
