package com.faultmaven.messaging.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What listeners may take of the machine.
 *
 * @param threads each takes one of the background's database connections
 * @param queue how many deliveries may wait for a thread; what comes then is left to redelivery
 */
@ConfigurationProperties(prefix = "faultmaven.listeners", ignoreUnknownFields = false)
record ListenerProperties(@DefaultValue("4") int threads, @DefaultValue("1000") int queue) {

  ListenerProperties {
    if (threads < 1 || queue < 2) {
      throw new IllegalArgumentException(
          "faultmaven.listeners takes at least 1 thread and a queue of 2.");
    }
  }
}
