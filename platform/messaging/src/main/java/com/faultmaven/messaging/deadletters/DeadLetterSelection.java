package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.paging.CursorScope;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which dead letters are meant; everything given has to fit, and null fits all.
 *
 * @param ids these only
 * @param parkedAfter itself excluded
 * @param parkedBefore itself excluded
 */
public record DeadLetterSelection(
    @Nullable List<UUID> ids,
    @Nullable String consumer,
    @Nullable String eventType,
    @Nullable Instant parkedAfter,
    @Nullable Instant parkedBefore) {

  /** One letter. */
  static DeadLetterSelection of(UUID id) {
    return new DeadLetterSelection(List.of(id), null, null, null, null);
  }

  /** The conditions that are given, on the columns of the table; the state is named separately. */
  String conditions() {
    return "state = :state"
        + (ids == null ? "" : " and dead_letter_id = any(:ids::uuid[])")
        + (consumer == null ? "" : " and consumer = :consumer")
        + (eventType == null ? "" : " and event_type = :eventType")
        + (parkedAfter == null ? "" : " and parked_at > :parkedAfter")
        + (parkedBefore == null ? "" : " and parked_at < :parkedBefore");
  }

  StatementSpec bind(StatementSpec statement, DeadLetterState state) {
    StatementSpec bound = statement.param("state", state.word());
    if (ids != null) {
      bound = bound.param("ids", ids.stream().map(UUID::toString).toArray(String[]::new));
    }
    if (consumer != null) {
      bound = bound.param("consumer", consumer);
    }
    if (eventType != null) {
      bound = bound.param("eventType", eventType);
    }
    bound = bindMoment(bound, "parkedAfter", parkedAfter);
    return bindMoment(bound, "parkedBefore", parkedBefore);
  }

  private static StatementSpec bindMoment(
      StatementSpec statement, String name, @Nullable Instant moment) {
    return moment == null
        ? statement
        : statement.param(name, moment.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
  }

  /** Adds what is asked for to the scope of a cursor. */
  CursorScope narrowed(CursorScope list) {
    return list.with("consumer", consumer)
        .with("event type", eventType)
        .with("parked after", parkedAfter)
        .with("parked before", parkedBefore);
  }
}
