package com.faultmaven.events.publisher;

import com.faultmaven.events.WithBroker;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@WithBroker
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PublisherProperties.class)
class PublisherConfiguration {}
