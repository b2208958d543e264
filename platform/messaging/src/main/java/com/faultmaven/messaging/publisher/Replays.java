package com.faultmaven.messaging.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.LogPosition;
import com.faultmaven.messaging.log.LoggedEvent;
import com.faultmaven.messaging.publisher.BrokerDeadLetters.Replay;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends again what the broker was not given or did not take, and an operator has replayed. */
@WithBroker
@Component
class Replays {

  private static final int AT_A_TIME = 20;

  private final BrokerDeadLetters letters;
  private final Records records;
  private final JsonMapper json;
  private final TransactionTemplate transaction;
  private final PublisherProperties properties;
  private long last = System.nanoTime();

  Replays(
      BrokerDeadLetters letters,
      Records records,
      JsonMapper json,
      TransactionTemplate transaction,
      PublisherProperties properties) {
    this.letters = letters;
    this.records = records;
    this.json = json;
    this.transaction = transaction;
    this.properties = properties;
  }

  /** Looks from time to time; one that is rejected again is a new dead letter. */
  void publish(KafkaSender sender, BooleanSupplier mayGoOn) throws InterruptedException {
    if (System.nanoTime() - last < properties.stand().toNanos()) {
      return;
    }
    last = System.nanoTime();
    for (int sent = 0; sent < AT_A_TIME; sent++) {
      Optional<Replay> next = letters.nextReplay();
      if (next.isEmpty()) {
        return;
      }
      publish(next.get(), sender, mayGoOn);
    }
  }

  private void publish(Replay replay, KafkaSender sender, BooleanSupplier mayGoOn)
      throws InterruptedException {
    Optional<Rejected> rejected = send(replay, sender).await(mayGoOn);
    transaction.executeWithoutResult(
        _ -> {
          rejected.ifPresent(letters::park);
          letters.settled(replay);
        });
  }

  private InFlightRecord send(Replay replay, KafkaSender sender) {
    try {
      var record = records.of(replay.channel(), event(replay));
      return new InFlightRecord(record, sender.send(record));
    } catch (Unrenderable failure) {
      return InFlightRecord.unrenderable(
          new ProducerRecord<>(replay.channel(), replay.content().getBytes(UTF_8)), failure);
    }
  }

  /** The event again of which its envelope was kept. */
  private LoggedEvent event(Replay replay) {
    try {
      JsonNode envelope = json.readTree(replay.content());
      return new LoggedEvent(
          LogPosition.START,
          UUID.fromString(envelope.required("event_id").asString()),
          envelope.required("event_type").asString(),
          envelope.required("schema_version").asString(),
          Instant.parse(envelope.required("timestamp").asString()),
          envelope.required("correlation_id").asString(),
          null,
          envelope.required("aggregate_type").asString(),
          envelope.required("aggregate_id").asString(),
          envelope.required("aggregate_version").asLong(),
          envelope.required("payload").toString());
    } catch (RuntimeException | StackOverflowError failure) {
      throw new Unrenderable(replay.channel(), failure);
    }
  }
}
