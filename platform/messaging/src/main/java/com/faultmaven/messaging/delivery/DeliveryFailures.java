package com.faultmaven.messaging.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.contracts.events.ContractEvent;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.core.EventSerializer;
import org.springframework.stereotype.Component;

/** The failure of the last attempt at each delivery, for the dead letter it may become. */
@Component
class DeliveryFailures {

  private static final int LONGEST = 2000;

  private final JdbcClient jdbc;
  private final EventSerializer serializer;
  private final Clock clock;

  DeliveryFailures(JdbcClient jdbc, EventSerializer serializer, Clock clock) {
    this.jdbc = jdbc;
    this.serializer = serializer;
    this.clock = clock;
  }

  /** Under which the failures of an event are kept: its id, or one made of what it says. */
  UUID key(Object event) {
    return event instanceof ContractEvent contractual
        ? contractual.eventId()
        : UUID.nameUUIDFromBytes(serializer.serialize(event).toString().getBytes(UTF_8));
  }

  /** Keeps it if it can; the failure itself is what has to be reported. */
  void keep(String listener, Object event, Throwable failure) {
    try {
      jdbc.sql(
              """
              insert into events.delivery_failure (consumer, event_id, detail, failed_at)
              values (?, ?, ?, ?)
              on conflict (consumer, event_id) do update
                set detail = excluded.detail, failed_at = excluded.failed_at
              """)
          .param(1, listener)
          .param(2, key(event))
          .param(3, detail(failure))
          .param(4, clock.instant().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
          .update();
    } catch (DataAccessException unavailable) {
      failure.addSuppressed(unavailable);
    }
  }

  private static String detail(Throwable failure) {
    Throwable cause = NestedExceptionUtils.getMostSpecificCause(failure);
    String message = cause.getMessage();
    String text =
        (message == null || message.isBlank() ? cause.getClass().getSimpleName() : message)
            .replace('\0', ' ');
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  /** Forgets some of what failed that long ago; says how many. */
  int forget(Instant upTo, int most) {
    return jdbc.sql(
            """
            with old as materialized (
              select consumer, event_id from events.delivery_failure where failed_at <= :upTo
              order by failed_at limit :most for update skip locked)
            delete from events.delivery_failure failure using old
            where failure.consumer = old.consumer and failure.event_id = old.event_id
            """)
        .param("upTo", upTo.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("most", most)
        .update();
  }
}
