package com.faultmaven.messaging.consumer;

import com.faultmaven.messaging.EventConsumer;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.converter.MessageConverter;

/**
 * The topic of a consumer, for Spring's registry; everything else is as the factory has it.
 *
 * @param group whose instances share the records
 */
record ConsumerEndpoint(EventConsumer<?> consumer, String group, RecordConsumer records)
    implements KafkaListenerEndpoint {

  @Override
  public void setupListenerContainer(
      MessageListenerContainer container, @Nullable MessageConverter converter) {
    MessageListener<byte[], byte[]> listener = this::consume;
    container.setupMessageListener(listener);
  }

  private void consume(ConsumerRecord<byte[], byte[]> record) {
    records.consume(record, consumer);
  }

  @Override
  public String getId() {
    return consumer.id();
  }

  @Override
  public String getGroupId() {
    return group;
  }

  @Override
  public Collection<String> getTopics() {
    return List.of(consumer.channel());
  }

  /** {@link ConsumerStarter} starts it. */
  @Override
  public Boolean getAutoStartup() {
    return false;
  }

  @Override
  public boolean isSplitIterables() {
    return false;
  }

  @Override
  public @Nullable String getGroup() {
    return null;
  }

  @Override
  public TopicPartitionOffset @Nullable [] getTopicPartitionsToAssign() {
    return null;
  }

  @Override
  public @Nullable Pattern getTopicPattern() {
    return null;
  }

  @Override
  public @Nullable String getClientIdPrefix() {
    return null;
  }

  @Override
  public @Nullable Integer getConcurrency() {
    return null;
  }

  @Override
  public @Nullable String getAckMode() {
    return null;
  }
}
