package com.faultmaven.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.json.JsonMapper;

/** Reads the topics of a broker from their beginning to their end. */
final class Topics {

  private static final JsonMapper JSON = new JsonMapper();

  private Topics() {}

  /** The events of cases on the broker. */
  static Received read(Broker broker) {
    Received received = new Received();
    try (var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", broker.address(), "enable.auto.commit", false),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          broker.topics().stream()
              .filter(topic -> topic.startsWith("case."))
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> note(record, received));
      }
    }
    return received;
  }

  private static void note(ConsumerRecord<String, byte[]> record, Received received) {
    String eventId = new String(record.headers().lastHeader("event-id").value(), UTF_8);
    received.note(
        new Fact(record.topic(), eventId),
        record.key(),
        JSON.readTree(record.value()).at("/aggregate_version").asLong());
  }
}
