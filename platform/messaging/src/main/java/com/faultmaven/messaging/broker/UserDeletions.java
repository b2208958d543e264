package com.faultmaven.messaging.broker;

import com.faultmaven.contracts.cases.events.AuthUserDeletedV1;
import com.faultmaven.messaging.Inbox;
import com.faultmaven.messaging.WithBroker;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Hears from the identity service that a user was deleted, and passes it on within this service; in
 * one transaction, so that the record counts as heard when what it causes is stored.
 */
@WithBroker
@Component
class UserDeletions {

  static final String LISTENER = "auth.user.deleted";

  private final Reading reading;
  private final TransactionOperations transactions;
  private final Inbox inbox;
  private final ApplicationEventPublisher events;
  private final RecordOutcomes outcomes;

  UserDeletions(
      Reading reading,
      TransactionOperations transactions,
      Inbox inbox,
      ApplicationEventPublisher events,
      RecordOutcomes outcomes) {
    this.reading = reading;
    this.transactions = transactions;
    this.inbox = inbox;
    this.events = events;
    this.outcomes = outcomes;
  }

  @KafkaListener(
      id = LISTENER,
      idIsGroup = false,
      groupId = "${faultmaven.consumer.group:${spring.application.name}}",
      topics = AuthUserDeletedV1.CHANNEL,
      containerFactory = "heardRecords",
      autoStartup = "false")
  void on(ConsumerRecord<byte[], byte[]> record) {
    try {
      AuthUserDeletedV1 event =
          reading.read(record, AuthUserDeletedV1.class, AuthUserDeletedV1.CHANNEL);
      Cause.of(event, record).run(() -> transactions.executeWithoutResult(_ -> pass(event)));
    } catch (Error failure) {
      // it would end the consumer, and come again with the record
      throw new IllegalStateException("A record could not be processed", failure);
    }
    outcomes.processed();
  }

  private void pass(AuthUserDeletedV1 event) {
    if (inbox.isFirst(LISTENER, event.eventId())) {
      events.publishEvent(event);
    }
  }
}
