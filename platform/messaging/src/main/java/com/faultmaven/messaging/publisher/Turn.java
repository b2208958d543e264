package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.LogPosition;
import com.faultmaven.messaging.log.LogPositions;
import com.faultmaven.messaging.log.LogReader;
import com.faultmaven.messaging.log.LoggedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes what comes next: reads a batch behind the position, sends it in order, waits until the
 * broker has taken it, and moves the position. A crash in between sends the batch again.
 */
@WithBroker
@Component
class Turn {

  private final LogReader log;
  private final LogPositions positions;
  private final Forms forms;
  private final Records records;
  private final BrokerDeadLetters letters;
  private final PublisherProperties properties;
  private final TransactionTemplate transaction;

  Turn(
      LogReader log,
      LogPositions positions,
      Forms forms,
      Records records,
      BrokerDeadLetters letters,
      PublisherProperties properties,
      TransactionTemplate transaction) {
    this.log = log;
    this.positions = positions;
    this.forms = forms;
    this.records = records;
    this.letters = letters;
    this.properties = properties;
    this.transaction = transaction;
  }

  /**
   * Publishes a batch.
   *
   * @return whether there was anything
   * @throws NotPublished if the broker did not take all of it; the position stands before that
   */
  boolean publish(Broker broker, BooleanSupplier mayGoOn) throws InterruptedException {
    LogPosition from = positions.published();
    List<LoggedEvent> next = log.after(from, properties.most());
    Progress progress = new Progress(from);
    try {
      for (Sending sending : send(next, broker)) {
        progress.await(sending, mayGoOn);
      }
    } finally {
      store(progress);
    }
    return !next.isEmpty();
  }

  private List<Sending> send(List<LoggedEvent> events, Broker broker) {
    List<Sending> sent = new ArrayList<>();
    for (LoggedEvent event : events) {
      Sending sending = send(event, broker);
      sent.add(sending);
      if (sending.isStuck()) {
        break;
      }
    }
    return sent;
  }

  private Sending send(LoggedEvent event, Broker broker) {
    List<Copy> copies = new ArrayList<>();
    for (String channel : forms.channelsOf(event)) {
      Copy copy = send(channel, event, broker);
      copies.add(copy);
      if (copy.neverLeft()) {
        break;
      }
    }
    return new Sending(event, copies);
  }

  private Copy send(String channel, LoggedEvent event, Broker broker) {
    try {
      var record = records.of(channel, event);
      return new Copy(record, broker.send(record));
    } catch (Unrenderable failure) {
      return Copy.unrenderable(records.asLogged(channel, event), failure);
    }
  }

  private void store(Progress progress) {
    if (progress.isNone()) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          // if somebody set the publisher back meanwhile, it goes on from there
          if (positions.movePublished(progress.from(), progress.to())) {
            progress.rejected().forEach(letters::park);
          }
        });
  }
}
