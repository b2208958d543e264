package com.faultmaven.reliability.newer;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.faultmaven.contracts.events.ProducedEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** An event that the version before does not know. */
record CaseNoticed(
    @JsonProperty("event_id") UUID eventId,
    @JsonProperty("event_type") String eventType,
    @JsonProperty("schema_version") String schemaVersion,
    @JsonProperty("timestamp") Instant timestamp,
    @JsonProperty("correlation_id") String correlationId,
    @JsonProperty("aggregate_id") String aggregateId,
    @JsonProperty("aggregate_type") String aggregateType,
    @JsonProperty("aggregate_version") long aggregateVersion,
    @JsonProperty("payload") Map<String, String> payload)
    implements ProducedEvent {

  static final String SCHEMA_VERSION = "1.0.0";

  static CaseNoticed of(String caseId, String correlationId, Instant now) {
    return new CaseNoticed(
        UUID.randomUUID(),
        "reliability.noticed",
        SCHEMA_VERSION,
        now,
        correlationId,
        caseId,
        "notice",
        1,
        Map.of("case_id", caseId));
  }
}
