// Generated from contracts/asyncapi/escalations-events.yaml. Do not edit: change the document and run
// `npm run generate` in contracts/.
package com.faultmaven.contracts.escalations.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.faultmaven.contracts.events.ProducedEvent;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A sign that a case may be over was recorded: {@code resolution.signaled.v1}.
 *
 * @param eventId one id per event. Both forms of an event that is published in two major versions
 *     carry the same
 * @param eventType the kind of fact, without a version
 * @param schemaVersion the version of the event's form. A consumer of this channel reads every
 *     1.x.y
 * @param timestamp a moment, RFC 3339 in UTC with {@code Z}, microseconds at most
 * @param correlationId names one request in logs, problems and events
 * @param aggregateId identifies a case
 * @param aggregateType the fact is about a case
 * @param aggregateVersion the number of the fact. It only grows within one aggregate, and may skip
 *     numbers: order and deduplicate by it
 * @param payload published once for each signal. The case has not moved
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ResolutionSignaledV1(
    @JsonProperty(value = "event_id", required = true) UUID eventId,
    @JsonProperty(value = "event_type", required = true) String eventType,
    @JsonProperty(value = "schema_version", required = true) String schemaVersion,
    @JsonProperty(value = "timestamp", required = true) Instant timestamp,
    @JsonProperty(value = "correlation_id", required = true) String correlationId,
    @JsonProperty(value = "aggregate_id", required = true) String aggregateId,
    @JsonProperty(value = "aggregate_type", required = true) String aggregateType,
    @JsonProperty(value = "aggregate_version", required = true) long aggregateVersion,
    @JsonProperty(value = "payload", required = true) ResolutionSignaledV1Payload payload)
    implements ProducedEvent {

  public static final String EVENT_TYPE = "resolution.signaled";

  /** What a producer writes. */
  public static final String SCHEMA_VERSION = "1.0.0";

  /** What a consumer reads: every version of this major one. */
  private static final Pattern READABLE_SCHEMA_VERSION =
      Pattern.compile("^1\\.(0|[1-9][0-9]*)\\.(0|[1-9][0-9]*)$");

  public static final String AGGREGATE_TYPE = "case";

  /** Where it is published. */
  public static final String CHANNEL = "resolution.signaled.v1";

  public ResolutionSignaledV1 {
    requireNonNull(eventId, "event_id");
    requireNonNull(eventType, "event_type");
    if (!eventType.equals(EVENT_TYPE)) {
      throw new IllegalArgumentException("event_type is resolution.signaled, not " + eventType);
    }
    requireNonNull(schemaVersion, "schema_version");
    if (!READABLE_SCHEMA_VERSION.matcher(schemaVersion).matches()) {
      throw new IllegalArgumentException("schema_version is 1.x.y, not " + schemaVersion);
    }
    requireNonNull(timestamp, "timestamp");
    requireNonNull(correlationId, "correlation_id");
    requireNonNull(aggregateId, "aggregate_id");
    requireNonNull(aggregateType, "aggregate_type");
    if (!aggregateType.equals(AGGREGATE_TYPE)) {
      throw new IllegalArgumentException("aggregate_type is case, not " + aggregateType);
    }
    requireNonNull(payload, "payload");
  }
}
