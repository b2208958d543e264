package com.faultmaven.messaging.consumer;

import com.faultmaven.contracts.events.ConsumedEvent;
import com.faultmaven.messaging.EventConsumer;
import com.faultmaven.messaging.Inbox;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.tracing.Tracing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Passes the event of a record to its consumer, in one transaction with the inbox, so that the
 * record counts as processed when its effect is stored.
 */
@WithBroker
@Component
class RecordConsumer {

  private final RecordReader reader;
  private final TransactionOperations transactions;
  private final Inbox inbox;
  private final Tracing tracing;
  private final RecordOutcomes outcomes;

  RecordConsumer(
      RecordReader reader,
      TransactionOperations transactions,
      Inbox inbox,
      Tracing tracing,
      RecordOutcomes outcomes) {
    this.reader = reader;
    this.transactions = transactions;
    this.inbox = inbox;
    this.tracing = tracing;
    this.outcomes = outcomes;
  }

  <E extends ConsumedEvent> void consume(
      ConsumerRecord<byte[], byte[]> record, EventConsumer<E> consumer) {
    try {
      E event = reader.read(record, consumer.type(), consumer.channel());
      EventContext.of(event, record)
          .run(
              consumer.channel(),
              tracing,
              () -> transactions.executeWithoutResult(_ -> processOnce(event, consumer)));
    } catch (Error failure) {
      // it would end the consumer, and come again with the record
      throw new IllegalStateException("A record could not be processed", failure);
    }
    outcomes.processed();
  }

  private <E extends ConsumedEvent> void processOnce(E event, EventConsumer<E> consumer) {
    if (inbox.isFirst(consumer.id(), event.eventId())) {
      consumer.on(event);
    }
  }
}
