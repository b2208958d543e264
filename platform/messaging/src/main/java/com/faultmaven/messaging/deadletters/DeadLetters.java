package com.faultmaven.messaging.deadletters;

import com.faultmaven.messaging.registry.RegistrySql;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Where events go that could not be delivered; nothing parked is lost. */
@Service
public class DeadLetters {

  private static final int LONGEST_DETAIL = 2000;

  private static final String PARK =
      """
      insert into events.event_dead_letter (dead_letter_id, consumer, reason, detail, attempts,
        event_class, event_id, event_type, schema_version, aggregate_id, correlation_id, occurred_at,
        content, parked_at)
      values (:id, :consumer, :reason, :detail, :attempts, :eventClass, :eventId, :eventType,
        :schemaVersion, :aggregateId, :correlationId, :occurredAt, :content, :now)
      """;

  /** In one statement, so that nothing is ever in both places or in none. */
  private static final String MOVE =
      """
      with dead as (
        select * from unnest(:ids::uuid[], :reasons::text[], :details::text[], :failures::uuid[],
          :eventIds::uuid[], :eventTypes::text[], :schemaVersions::text[], :aggregateIds::text[],
          :correlationIds::text[], :occurredAts::timestamptz[])
        as h (id, reason, detail, failure, event_id, event_type, schema_version, aggregate_id,
          correlation_id, occurred_at)),
      gone as (%s)
      insert into events.event_dead_letter (dead_letter_id, consumer, reason, detail, attempts,
        event_class, event_id, event_type, schema_version, aggregate_id, correlation_id, occurred_at,
        content, parked_at)
      select gen_random_uuid(), gone.consumer, h.reason,
        coalesce(h.detail, failure.detail, 'Delivery failed; nothing more is known.'),
        gone.attempts, gone.event_class, h.event_id, h.event_type, h.schema_version,
        h.aggregate_id, h.correlation_id, h.occurred_at, gone.content, :now
      from gone join dead h on h.id = gone.id
      left join events.delivery_failure failure
        on failure.consumer = gone.consumer and failure.event_id = h.failure
      """
          .formatted(RegistrySql.TAKE_DEAD);

  private final JdbcClient jdbc;
  private final Clock clock;

  DeadLetters(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Keeps an event that cannot be delivered, as part of the current transaction if there is one.
   */
  public UUID park(NewDeadLetter event) {
    UUID id = UUID.randomUUID();
    Envelope envelope = event.envelope();
    jdbc.sql(PARK)
        .param("id", id)
        .param("consumer", event.consumer())
        .param("reason", event.reason().word())
        .param("detail", shortened(event.detail()))
        .param("attempts", event.attempts())
        .param("eventClass", event.eventClass(), Types.VARCHAR)
        .param("eventId", envelope.eventId(), Types.OTHER)
        .param("eventType", envelope.eventType(), Types.VARCHAR)
        .param("schemaVersion", envelope.schemaVersion(), Types.VARCHAR)
        .param("aggregateId", envelope.aggregateId(), Types.VARCHAR)
        .param("correlationId", envelope.correlationId(), Types.VARCHAR)
        .param("occurredAt", utc(envelope.occurredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("content", event.content())
        .param("now", utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
    return id;
  }

  /** Moves failed publications here; says how many, leaving out those no longer failed. */
  public int park(List<DeadPublication> publications) {
    return jdbc.sql(MOVE)
        .param("ids", column(publications, DeadPublication::id))
        .param("reasons", column(publications, it -> it.reason().word()))
        .param("details", column(publications, it -> shortened(it.detail())))
        .param("failures", column(publications, DeadPublication::failure))
        .param("eventIds", column(publications, it -> it.envelope().eventId()))
        .param("eventTypes", column(publications, it -> it.envelope().eventType()))
        .param("schemaVersions", column(publications, it -> it.envelope().schemaVersion()))
        .param("aggregateIds", column(publications, it -> it.envelope().aggregateId()))
        .param("correlationIds", column(publications, it -> it.envelope().correlationId()))
        .param("occurredAts", column(publications, it -> it.envelope().occurredAt()))
        .param("now", utc(clock.instant()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static @Nullable String[] column(
      List<DeadPublication> publications, Function<DeadPublication, @Nullable Object> value) {
    @Nullable String[] column = new String[publications.size()];
    for (int i = 0; i < column.length; i++) {
      Object cell = value.apply(publications.get(i));
      column[i] = cell == null ? null : cell.toString();
    }
    return column;
  }

  private static @Nullable String shortened(@Nullable String detail) {
    if (detail == null) {
      return null;
    }
    String storable = detail.replace('\0', ' ');
    return storable.length() <= LONGEST_DETAIL ? storable : storable.substring(0, LONGEST_DETAIL);
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }
}
