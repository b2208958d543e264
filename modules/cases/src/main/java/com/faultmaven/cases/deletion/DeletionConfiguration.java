package com.faultmaven.cases.deletion;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({CaseDeletionProperties.class, UserDataProperties.class})
class DeletionConfiguration {}
