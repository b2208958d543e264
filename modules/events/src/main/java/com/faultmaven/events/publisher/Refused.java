package com.faultmaven.events.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.events.WithBroker;
import com.faultmaven.events.deadletters.DeadLetterReason;
import com.faultmaven.events.deadletters.DeadLetters;
import com.faultmaven.events.deadletters.Envelope;
import com.faultmaven.events.deadletters.Undeliverable;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Records that are larger than the broker takes: parked, and sent again when an operator says. */
@WithBroker
@Component
class Refused {

  private static final Logger LOG = LoggerFactory.getLogger(Refused.class);
  private static final String CONSUMER = "broker:";

  private final DeadLetters letters;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  Refused(DeadLetters letters, JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.letters = letters;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** A record an operator wants to be sent again. */
  record Replay(UUID deadLetter, ProducerRecord<String, byte[]> record) {}

  /** Parks it, so that those behind it can pass. */
  void park(ProducerRecord<String, byte[]> record) {
    String content = new String(record.value(), UTF_8);
    UUID letter =
        letters.park(
            new Undeliverable(
                CONSUMER + record.topic(),
                DeadLetterReason.TOO_LARGE,
                "The broker does not take records of %s bytes in this topic."
                    .formatted(record.value().length),
                1,
                null,
                Envelope.of(content, json),
                content));
    LOG.warn(
        "{} takes no record of {} bytes; it is dead letter {}",
        record.topic(),
        record.value().length,
        letter);
  }

  /** What is to be sent again, the longest waiting first. */
  List<Replay> replays(int limit) {
    return jdbc.sql(
            """
            select dead_letter_id, consumer, aggregate_id, content from events.event_dead_letter
            where state = 'replayed' and delivered_at is null and consumer like 'broker:%'
            order by settled_at limit ?
            """)
        .param(limit)
        .query(
            (row, number) ->
                new Replay(
                    row.getObject("dead_letter_id", UUID.class),
                    Records.again(
                        row.getString("consumer").substring(CONSUMER.length()),
                        row.getString("aggregate_id"),
                        json.readTree(row.getString("content")))))
        .list();
  }

  /** Remembers that it was sent, or parked anew. */
  void settled(Replay replay) {
    jdbc.sql("update events.event_dead_letter set delivered_at = ? where dead_letter_id = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), replay.deadLetter())
        .update();
  }
}
