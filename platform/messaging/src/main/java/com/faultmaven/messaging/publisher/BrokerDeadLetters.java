package com.faultmaven.messaging.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.deadletters.DeadLetters;
import com.faultmaven.messaging.deadletters.Envelope;
import com.faultmaven.messaging.deadletters.NewDeadLetter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events the broker will never take: parked, and sent again when an operator says so. */
@WithBroker
@Component
class BrokerDeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(BrokerDeadLetters.class);
  private static final String CONSUMER = "broker:";

  private final DeadLetters letters;
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  BrokerDeadLetters(DeadLetters letters, JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.letters = letters;
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * An event an operator wants to be sent again.
   *
   * @param content its envelope, in the form of this or of a later version of the channel
   */
  record Replay(UUID deadLetter, String channel, String content) {}

  /** Parks it, so that those behind it can pass. */
  void park(Rejected rejected) {
    String channel = rejected.record().topic();
    String content = new String(rejected.record().value(), UTF_8);
    UUID letter =
        letters.park(
            new NewDeadLetter(
                CONSUMER + channel,
                rejected.reason(),
                rejected.detail(),
                1,
                null,
                Envelope.of(content, json),
                content));
    LOG.warn("An event is not in {} but dead letter {}: {}", channel, letter, rejected.detail());
  }

  /** What waits longest of what is to be sent again; one at a time, because it may be large. */
  Optional<Replay> nextReplay() {
    return jdbc.sql(
            """
            select dead_letter_id, consumer, content from events.event_dead_letter
            where state = 'replayed' and delivered_at is null and consumer like 'broker:%'
            order by settled_at limit 1
            """)
        .query(
            (row, _) ->
                new Replay(
                    row.getObject("dead_letter_id", UUID.class),
                    row.getString("consumer").substring(CONSUMER.length()),
                    row.getString("content")))
        .optional();
  }

  /** Remembers that it was sent, or parked anew. */
  void settled(Replay replay) {
    jdbc.sql("update events.event_dead_letter set delivered_at = ? where dead_letter_id = ?")
        .params(clock.instant().atOffset(ZoneOffset.UTC), replay.deadLetter())
        .update();
  }
}
