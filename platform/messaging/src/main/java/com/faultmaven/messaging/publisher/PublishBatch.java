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
class PublishBatch {

  private final LogReader log;
  private final LogPositions positions;
  private final EventRenderer renderer;
  private final Records records;
  private final BrokerDeadLetters letters;
  private final PublisherProperties properties;
  private final TransactionTemplate transaction;

  PublishBatch(
      LogReader log,
      LogPositions positions,
      EventRenderer renderer,
      Records records,
      BrokerDeadLetters letters,
      PublisherProperties properties,
      TransactionTemplate transaction) {
    this.log = log;
    this.positions = positions;
    this.renderer = renderer;
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
  boolean publish(KafkaSender sender, BooleanSupplier mayGoOn) throws InterruptedException {
    LogPosition from = positions.published();
    List<LoggedEvent> next = log.after(from, properties.most());
    Progress progress = new Progress(from);
    try {
      for (InFlight sending : send(next, sender)) {
        progress.await(sending, mayGoOn);
      }
    } finally {
      store(progress);
    }
    return !next.isEmpty();
  }

  private List<InFlight> send(List<LoggedEvent> events, KafkaSender sender) {
    List<InFlight> sent = new ArrayList<>();
    for (LoggedEvent event : events) {
      InFlight sending = send(event, sender);
      sent.add(sending);
      if (sending.isStuck()) {
        break;
      }
    }
    return sent;
  }

  private InFlight send(LoggedEvent event, KafkaSender sender) {
    List<InFlightRecord> copies = new ArrayList<>();
    for (String channel : renderer.channelsOf(event)) {
      InFlightRecord copy = send(channel, event, sender);
      copies.add(copy);
      if (copy.neverLeft()) {
        break;
      }
    }
    return new InFlight(event, copies);
  }

  private InFlightRecord send(String channel, LoggedEvent event, KafkaSender sender) {
    try {
      var record = records.of(channel, event);
      return new InFlightRecord(record, sender.send(record));
    } catch (Unrenderable failure) {
      return InFlightRecord.unrenderable(records.asLogged(channel, event), failure);
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
