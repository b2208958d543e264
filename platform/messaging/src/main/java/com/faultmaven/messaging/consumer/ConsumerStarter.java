package com.faultmaven.messaging.consumer;

import com.faultmaven.jobs.Job;
import com.faultmaven.jobs.Jobs;
import com.faultmaven.messaging.EventConsumer;
import com.faultmaven.messaging.WithBroker;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Starts a consumer for each channel that a module consumes, and starts again what stopped: the
 * service works without its broker, whose name may not even resolve yet.
 */
@WithBroker
@Component
class ConsumerStarter implements SchedulingConfigurer {

  private static final Logger log = LoggerFactory.getLogger(ConsumerStarter.class);

  private final KafkaListenerEndpointRegistry consumers;
  private final Duration every;
  private final Job job;

  ConsumerStarter(
      KafkaListenerEndpointRegistry consumers,
      ConcurrentKafkaListenerContainerFactory<byte[], byte[]> consumedRecords,
      ObjectProvider<EventConsumer<?>> modules,
      RecordConsumer records,
      Jobs jobs,
      @Value("${faultmaven.consumer.group:${spring.application.name}}") String group,
      @Value("${faultmaven.consumer.start:5s}") Duration every) {
    modules.stream()
        .filter(EventConsumer::isNeeded)
        .forEach(
            module ->
                consumers.registerListenerContainer(
                    new ConsumerEndpoint(module, group, records), consumedRecords));
    this.consumers = consumers;
    this.every = every;
    this.job = jobs.named("listening");
  }

  @Override
  public void configureTasks(ScheduledTaskRegistrar tasks) {
    tasks.addFixedDelayTask(this::start, every);
  }

  private void start() {
    try {
      consumers.getListenerContainers().forEach(ConsumerStarter::start);
      job.succeeded();
    } catch (Throwable failure) {
      job.failed(failure);
    }
  }

  private static void start(MessageListenerContainer consumer) {
    if (consumer.isRunning() && !consumer.isChildRunning()) {
      log.error("Consumer {} has ended and is started again", consumer.getListenerId());
      consumer.stop();
    }
    if (consumer.isRunning()) {
      return;
    }
    try {
      consumer.start();
    } catch (Throwable failure) {
      // it counts as running although nothing of it runs
      consumer.stop();
      throw failure;
    }
  }
}
