package com.faultmaven.cases.web;

import com.faultmaven.kernel.Feature;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What clients can do because there are cases. */
@Configuration(proxyBeanMethods = false)
class CaseFeatures {

  @Bean
  Feature caseHistory() {
    return new Feature("caseHistory");
  }
}
