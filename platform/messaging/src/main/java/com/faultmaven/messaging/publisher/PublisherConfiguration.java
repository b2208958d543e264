package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.WithBroker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@WithBroker
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublisherProperties.class)
class PublisherConfiguration {}
