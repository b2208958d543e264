package com.faultmaven.messaging;

import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What Spring Boot would set up in any case is set up here, if there is a broker to talk to. */
@WithBroker
@Configuration(proxyBeanMethods = false)
@Import(KafkaAutoConfiguration.class)
class BrokerConfiguration {}
