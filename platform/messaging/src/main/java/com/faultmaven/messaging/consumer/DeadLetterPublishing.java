package com.faultmaven.messaging.consumer;

import com.faultmaven.messaging.WithBroker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.stereotype.Component;

/**
 * Publishes records that cannot be processed to the dead letter topic, of the same name with {@code
 * .DLT}: as they were, with headers that say from where and why, or truncated if they are too
 * large. While the broker does not take one, the record is not passed over.
 */
@WithBroker
@Component
class DeadLetterPublishing implements ConsumerRecordRecoverer, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(DeadLetterPublishing.class);

  /** Added to a topic's name. */
  static final String SUFFIX = ".DLT";

  private static final int ANY_PARTITION = -1;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final DefaultKafkaProducerFactory<byte[], byte[]> producers;
  private final DeadLetterPublishingRecoverer publisher;

  DeadLetterPublishing(KafkaProperties configured) {
    this.producers =
        new DefaultKafkaProducerFactory<>(
            settings(configured), new ByteArraySerializer(), new ByteArraySerializer());
    this.publisher =
        new DeadLetterPublishingRecoverer(
            new KafkaTemplate<>(producers),
            (record, _) -> new TopicPartition(record.topic() + SUFFIX, ANY_PARTITION));
    publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
  }

  private static Map<String, Object> settings(KafkaProperties configured) {
    Map<String, Object> settings = new HashMap<>(configured.buildProducerProperties());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    return settings;
  }

  @Override
  public void accept(ConsumerRecord<?, ?> record, Exception failure) {
    try {
      park(record, failure);
    } catch (RuntimeException refused) {
      // tried again at once otherwise
      LockSupport.parkNanos(PAUSE.toNanos());
      throw refused;
    }
    log.error(
        "Parked {}-{}@{}: {}",
        record.topic(),
        record.partition(),
        record.offset(),
        NestedExceptionUtils.getMostSpecificCause(failure).getMessage());
  }

  private void park(ConsumerRecord<?, ?> record, Exception failure) {
    if (TruncatedRecord.size(record) > RecordReader.MOST) {
      publisher.accept(TruncatedRecord.of(record), failure);
      return;
    }
    try {
      publisher.accept(record, failure);
    } catch (RuntimeException refused) {
      if (!NestedExceptionUtils.getMostSpecificCause(refused)
          .getClass()
          .equals(RecordTooLargeException.class)) {
        throw refused;
      }
      publisher.accept(TruncatedRecord.of(record), failure);
    }
  }

  @Override
  public void close() {
    producers.destroy();
  }
}
