package com.faultmaven.cases;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CaseDeletionProperties.class, UserDataProperties.class})
class CaseConfiguration {}
