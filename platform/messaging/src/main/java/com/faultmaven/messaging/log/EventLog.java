package com.faultmaven.messaging.log;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.messaging.EventBatch;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down each event this service produces in the transaction that makes it true; one
 * statement, also for a batch. Those it consumes stand in the log of the service that produces
 * them.
 */
@Component
class EventLog {

  private static final String APPEND =
      """
      insert into events.event_log (event_id, event_type, schema_version, aggregate_type,
        aggregate_id, aggregate_version, occurred_at, correlation_id, traceparent, payload)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private static final String APPEND_ALL =
      """
      insert into events.event_log (event_id, event_type, schema_version, aggregate_type,
        aggregate_id, aggregate_version, occurred_at, correlation_id, traceparent, payload)
      select event_id, event_type, schema_version, aggregate_type, aggregate_id, aggregate_version,
        occurred_at, correlation_id, ?::text, payload::jsonb
      from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[],
        ?::timestamptz[], ?::text[], ?::text[]) with ordinality as appended (event_id, event_type,
        schema_version, aggregate_type, aggregate_id, aggregate_version, occurred_at,
        correlation_id, payload, place)
      order by place
      """;

  /** Those of the batch that is being published. */
  private static final ScopedValue<List<ProducedEvent>> BATCH = ScopedValue.newInstance();

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Appended appended;
  private final ApplicationEventPublisher publisher;

  EventLog(
      JdbcClient jdbc, JsonMapper json, Appended appended, ApplicationEventPublisher publisher) {
    this.jdbc = jdbc;
    this.json = json;
    this.appended = appended;
    this.publisher = publisher;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ProducedEvent event) {
    if (BATCH.isBound()) {
      BATCH.get().add(event);
    } else {
      append(event, trace());
      appended.announceAfterCommit();
    }
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(EventBatch batch) {
    List<ProducedEvent> published = new ArrayList<>();
    ScopedValue.where(BATCH, published).run(() -> batch.events().forEach(publisher::publishEvent));
    append(published, trace());
    appended.announceAfterCommit();
  }

  private static @Nullable String trace() {
    TraceParent trace = TraceParent.current();
    return trace == null ? null : trace.value();
  }

  private void append(ProducedEvent event, @Nullable String trace) {
    jdbc.sql(APPEND)
        .param(event.eventId())
        .param(event.eventType())
        .param(event.schemaVersion())
        .param(event.aggregateType())
        .param(event.aggregateId())
        .param(event.aggregateVersion())
        .param(event.timestamp().atOffset(ZoneOffset.UTC))
        .param(event.correlationId())
        .param(trace)
        .param(json.writeValueAsString(event.payload()))
        .update();
  }

  private void append(List<ProducedEvent> events, @Nullable String trace) {
    jdbc.sql(APPEND_ALL)
        .param(trace)
        .param(texts(events, event -> event.eventId().toString()))
        .param(texts(events, ProducedEvent::eventType))
        .param(texts(events, ProducedEvent::schemaVersion))
        .param(texts(events, ProducedEvent::aggregateType))
        .param(texts(events, ProducedEvent::aggregateId))
        .param(events.stream().map(ProducedEvent::aggregateVersion).toArray(Long[]::new))
        .param(texts(events, event -> event.timestamp().toString()))
        .param(texts(events, ProducedEvent::correlationId))
        .param(texts(events, event -> json.writeValueAsString(event.payload())))
        .update();
  }

  private static String[] texts(
      List<ProducedEvent> events, Function<ProducedEvent, String> reading) {
    return events.stream().map(reading).toArray(String[]::new);
  }
}
