package com.faultmaven.events.log;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.edge.TraceParent;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down each event in the transaction that makes it true; one statement. */
@Component
class EventLog {

  private static final String APPEND =
      """
      insert into events.event_log (event_id, event_type, schema_version, aggregate_id,
        aggregate_version, occurred_at, correlation_id, traceparent, payload)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EventLog(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Events of others are only passed on within this service, and stand in the log of those. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(ContractEvent event) {
    if (!event.aggregateType().equals(LoggedEvent.AGGREGATE_TYPE)) {
      return;
    }
    TraceParent trace = TraceParent.current();
    append(event, trace == null ? null : trace.value());
  }

  private void append(ContractEvent event, @Nullable String trace) {
    jdbc.sql(APPEND)
        .param(event.eventId())
        .param(event.eventType())
        .param(event.schemaVersion())
        .param(event.aggregateId())
        .param(event.aggregateVersion())
        .param(event.timestamp().atOffset(ZoneOffset.UTC))
        .param(event.correlationId())
        .param(trace)
        .param(json.writeValueAsString(event.payload()))
        .update();
  }
}
