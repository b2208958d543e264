package com.faultmaven.contracts.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * Fields of a case changed: {@code case.updated.v1}.
 *
 * @param eventId one id per fact
 * @param timestamp when the fact became true
 * @param correlationId of the request that caused it
 * @param aggregateVersion grows with every fact of one case: order and deduplicate by it
 */
public record CaseUpdatedV1(
    @JsonProperty("event_id") UUID eventId,
    @JsonProperty("event_type") String eventType,
    @JsonProperty("schema_version") String schemaVersion,
    Instant timestamp,
    @JsonProperty("correlation_id") String correlationId,
    @JsonProperty("aggregate_id") String aggregateId,
    @JsonProperty("aggregate_type") String aggregateType,
    @JsonProperty("aggregate_version") long aggregateVersion,
    CaseUpdatedV1Payload payload)
    implements ContractEvent {

  public static final String EVENT_TYPE = "case.updated";
  public static final String SCHEMA_VERSION = "1.0.0";
  public static final String AGGREGATE_TYPE = "case";
}
