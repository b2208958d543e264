package com.faultmaven.messaging.log;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.kernel.TraceParent;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes down each event this service produces in the transaction that makes it true; one
 * statement. Those it consumes stand in the log of the service that produces them.
 */
@Component
class EventLog {

  private static final String APPEND =
      """
      insert into events.event_log (event_id, event_type, schema_version, aggregate_type,
        aggregate_id, aggregate_version, occurred_at, correlation_id, traceparent, payload)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Appended appended;

  EventLog(JdbcClient jdbc, JsonMapper json, Appended appended) {
    this.jdbc = jdbc;
    this.json = json;
    this.appended = appended;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ProducedEvent event) {
    TraceParent trace = TraceParent.current();
    append(event, trace == null ? null : trace.value());
    appended.announceAfterCommit();
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
}
