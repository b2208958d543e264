package com.faultmaven.events.broker;

import com.faultmaven.events.WithBroker;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Starts listening, and starts again what stopped: the service works without its broker, whose name
 * may not even resolve yet.
 */
@WithBroker
@Component
class Listening {

  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  private final KafkaListenerEndpointRegistry listeners;

  Listening(KafkaListenerEndpointRegistry listeners) {
    this.listeners = listeners;
  }

  @Scheduled(fixedDelayString = "${faultmaven.consumer.start:5s}")
  void start() {
    listeners.getListenerContainers().stream()
        .filter(listener -> !listener.isRunning())
        .forEach(Listening::start);
  }

  private static void start(MessageListenerContainer listener) {
    try {
      listener.start();
    } catch (KafkaException | org.springframework.kafka.KafkaException e) {
      // it counts as running although nothing of it runs
      listener.stop();
      log.warn("Cannot listen to {} yet: {}", listener.getListenerId(), e.getMessage());
    }
  }
}
