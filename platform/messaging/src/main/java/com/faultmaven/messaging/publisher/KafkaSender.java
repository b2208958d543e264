package com.faultmaven.messaging.publisher;

import com.faultmaven.tracing.Tracing;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/**
 * A connection to the broker. A record is sent until the broker took it or said that it never will,
 * because giving one up on time would put those behind it before it.
 */
final class KafkaSender implements AutoCloseable {

  private static final int UNTIL_TAKEN = Integer.MAX_VALUE;
  private static final int MILLISECONDS_FOR_METADATA = 2000;
  private static final int MOST_MILLISECONDS_BETWEEN_CONNECTIONS = 3000;
  private static final Duration TO_CLOSE = Duration.ofSeconds(2);

  private final Producer<String, byte[]> producer;
  private final Tracing tracing;

  /**
   * @param configured what the operator says: servers, security, compression
   */
  KafkaSender(KafkaProperties configured, Tracing tracing) {
    this.tracing = tracing;
    Map<String, Object> settings = new HashMap<>(configured.buildProducerProperties());
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.RETRIES_CONFIG, Integer.MAX_VALUE);
    // a new topic takes a second request whose first one failed, and then never the first
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, UNTIL_TAKEN);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MILLISECONDS_FOR_METADATA);
    settings.put(
        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, MOST_MILLISECONDS_BETWEEN_CONNECTIONS);
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  /** Sends after all that was sent before; what fails at once is reported by the future as well. */
  Future<?> send(ProducerRecord<String, byte[]> record) {
    SendSpan span = SendSpan.of(record, tracing);
    try {
      return producer.send(record, (_, failure) -> span.end(failure));
    } catch (KafkaException failure) {
      span.end(failure);
      return CompletableFuture.failedFuture(failure);
    }
  }

  /** Gives up what was sent and not taken. */
  @Override
  public void close() {
    producer.close(TO_CLOSE);
  }
}
