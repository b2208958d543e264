package com.faultmaven.messaging.log;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({FeedProperties.class, LogProperties.class})
class LogConfiguration {}
