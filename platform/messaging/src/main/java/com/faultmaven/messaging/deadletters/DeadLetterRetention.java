package com.faultmaven.messaging.deadletters;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes dead letters that were settled long ago; what is parked stays until it is settled. */
@Component
class DeadLetterRetention {

  private static final int AT_ONCE = 500;

  /** What is to go to the broker once more stays until it has. */
  private static final List<String> FORGET =
      List.of(
          """
          delete from events.event_dead_letter where dead_letter_id = any(array(
            select dead_letter_id from events.event_dead_letter
            where state <> 'parked' and settled_at < ?
              and (state = 'discarded' or consumer not like 'broker:%' or delivered_at is not null)
            order by settled_at limit ? for update skip locked))
          """,
          """
          delete from events.dead_letter_audit where audit_id = any(array(
            select audit_id from events.dead_letter_audit where at < ?
            order by at limit ? for update skip locked))
          """);

  private final JdbcClient jdbc;
  private final DeadLetterProperties properties;
  private final Clock clock;

  DeadLetterRetention(JdbcClient jdbc, DeadLetterProperties properties, Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.clock = clock;
  }

  /** Every batch is a transaction of its own, so no lock is held for long. */
  @Scheduled(
      initialDelayString = "${faultmaven.dead-letters.forget-every:10m}",
      fixedDelayString = "${faultmaven.dead-letters.forget-every:10m}")
  void forgetWhatIsOld() {
    Instant before = clock.instant().minus(properties.retention());
    for (String forget : FORGET) {
      int forgotten;
      do {
        forgotten = jdbc.sql(forget).params(before.atOffset(ZoneOffset.UTC), AT_ONCE).update();
      } while (forgotten == AT_ONCE);
    }
  }
}
