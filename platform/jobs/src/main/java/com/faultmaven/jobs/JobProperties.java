package com.faultmaven.jobs;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tasks are done.
 *
 * @param threads how many tasks a process does at once
 * @param look how often it looks for tasks that are due, besides those it planned itself
 * @param heartbeat how often it says that it is still at a task; who is silent for four of them is
 *     dead, and the task is somebody else's
 * @param finish how long a process that ends lets its tasks run before it interrupts them
 */
@ConfigurationProperties(prefix = "faultmaven.tasks", ignoreUnknownFields = false)
record JobProperties(
    @DefaultValue("4") int threads,
    @DefaultValue("2s") Duration look,
    @DefaultValue("10s") Duration heartbeat,
    @DefaultValue("8s") Duration finish) {

  JobProperties {
    if (threads < 1 || !Stream.of(look, heartbeat, finish).allMatch(Duration::isPositive)) {
      throw new IllegalArgumentException(
          "faultmaven.tasks takes a thread at least, and positive durations.");
    }
  }
}
