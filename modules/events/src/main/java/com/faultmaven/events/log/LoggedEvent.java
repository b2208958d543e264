package com.faultmaven.events.log;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as it stands in the log.
 *
 * @param payload its JSON
 */
public record LoggedEvent(
    LogPosition position,
    UUID eventId,
    String eventType,
    String schemaVersion,
    Instant occurredAt,
    String correlationId,
    @Nullable String traceParent,
    String aggregateId,
    long aggregateVersion,
    String payload) {

  /** All events of this service are about cases. */
  public static final String AGGREGATE_TYPE = "case";
}
