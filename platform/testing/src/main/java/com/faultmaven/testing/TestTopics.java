package com.faultmaven.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** What other services do on a broker. */
public final class TestTopics {

  private static final int LARGEST_REQUEST = 10 * 1024 * 1024;

  private final String broker;

  public TestTopics(String broker) {
    this.broker = broker;
  }

  /** Creates a topic of one partition, unless it is there. */
  public void create(String name, int largestRecord) {
    NewTopic topic =
        new NewTopic(name, 1, (short) 1)
            .configs(Map.of("max.message.bytes", Integer.toString(largestRecord)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      done(admin.createTopics(List.of(topic)).all());
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    }
  }

  public void send(String topic, @Nullable String key, String value) {
    send(topic, key, value.getBytes(UTF_8));
  }

  /** Sends a record, and returns when the broker has it. */
  public void send(String topic, @Nullable String key, byte @Nullable [] value) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker, "max.request.size", LARGEST_REQUEST);
    try (var producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer
          .send(new ProducerRecord<>(topic, key == null ? null : key.getBytes(UTF_8), value))
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything in the first partition of a topic, in its order. */
  public List<ConsumerRecord<byte[], byte[]>> all(String topic) {
    TopicPartition partition = new TopicPartition(topic, 0);
    List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker, "enable.auto.commit", false),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < end) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
    }
    return records;
  }

  private static void done(KafkaFuture<Void> future) throws ExecutionException {
    try {
      future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
