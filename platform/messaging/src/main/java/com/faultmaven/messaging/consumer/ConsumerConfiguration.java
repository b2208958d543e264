package com.faultmaven.messaging.consumer;

import com.faultmaven.kernel.Refusal;
import com.faultmaven.messaging.WithBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Records are consumed one after the other on one thread, each committed when it is done. */
@WithBroker
@Configuration(proxyBeanMethods = false)
class ConsumerConfiguration {

  private static final int RECORDS_AT_ONCE = 10;
  private static final int BYTES_AT_ONCE = 4 * 1024 * 1024;
  private static final int MILLISECONDS_TO_SEE_A_NEW_TOPIC = 30_000;
  private static final Duration AFTER_A_REFUSED_LOGIN = Duration.ofSeconds(30);

  @Bean
  ConcurrentKafkaListenerContainerFactory<byte[], byte[]> consumedRecords(
      KafkaProperties configured, DeadLetterPublishing deadLetters, RecordOutcomes outcomes) {
    var factory = new ConcurrentKafkaListenerContainerFactory<byte[], byte[]>();
    factory.setConsumerFactory(consumers(configured));
    factory.setConcurrency(1);
    factory.setCommonErrorHandler(errors(deadLetters, outcomes));
    factory.getContainerProperties().setAckMode(AckMode.RECORD);
    factory.getContainerProperties().setAuthExceptionRetryInterval(AFTER_A_REFUSED_LOGIN);
    return factory;
  }

  /** A single record may exceed the bounds; it is then fetched alone. */
  private static ConsumerFactory<byte[], byte[]> consumers(KafkaProperties configured) {
    Map<String, Object> settings = new HashMap<>(configured.buildConsumerProperties());
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, BYTES_AT_ONCE);
    settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, MILLISECONDS_TO_SEE_A_NEW_TOPIC);
    return new DefaultKafkaConsumerFactory<>(
        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static DefaultErrorHandler errors(
      DeadLetterPublishing deadLetters, RecordOutcomes outcomes) {
    DefaultErrorHandler errors = new DefaultErrorHandler(deadLetters);
    errors.addNotRetryableExceptions(UnreadableRecord.class, Refusal.class);
    errors.setRetryListeners(outcomes);
    errors.setBackOffFunction((_, failure) -> RetryPolicy.with(failure));
    return errors;
  }
}
