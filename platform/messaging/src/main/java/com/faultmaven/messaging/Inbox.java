package com.faultmaven.messaging;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What each consumer has processed. The record is part of the effect's transaction: an attempt that
 * fails takes it back, and an attempt at the same event at the same time waits to see which.
 */
@Component
public class Inbox {

  private final JdbcClient jdbc;
  private final Clock clock;

  Inbox(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Records that the consumer processes the event now; to be the first statement of the transaction
   * of its effect.
   *
   * @param consumer the id of a listener, or the group of a consumer of a broker
   * @return whether it does so for the first time; if not, there is nothing left to do
   * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean isFirst(String consumer, UUID eventId) {
    return jdbc.sql(
                """
                insert into events.inbox (consumer, event_id, processed_at) values (?, ?, ?)
                on conflict do nothing
                """)
            .param(1, consumer)
            .param(2, eventId)
            .param(3, clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** Forgets some of what was processed that long ago; says how many. */
  public int forget(Instant upTo, int most) {
    return jdbc.sql(
            """
            with old as materialized (
              select consumer, event_id from events.inbox where processed_at <= :upTo
              order by processed_at limit :most for update skip locked)
            delete from events.inbox processed using old
            where processed.consumer = old.consumer and processed.event_id = old.event_id
            """)
        .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }
}
