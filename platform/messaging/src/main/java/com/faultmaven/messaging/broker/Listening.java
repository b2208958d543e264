package com.faultmaven.messaging.broker;

import com.faultmaven.messaging.WithBroker;
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
    for (MessageListenerContainer listener : listeners.getListenerContainers()) {
      if (listener.isRunning() && !listener.isChildRunning()) {
        log.error("Listening to {} has ended and is started again", listener.getListenerId());
        listener.stop();
      }
      if (!listener.isRunning()) {
        start(listener);
      }
    }
  }

  private static void start(MessageListenerContainer listener) {
    try {
      listener.start();
    } catch (Throwable failure) {
      // it counts as running although nothing of it runs
      listener.stop();
      throw failure;
    }
  }
}
