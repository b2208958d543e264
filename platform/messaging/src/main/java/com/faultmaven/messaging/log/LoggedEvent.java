package com.faultmaven.messaging.log;

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
    String aggregateType,
    String aggregateId,
    long aggregateVersion,
    String payload) {

  /** The channel of this event and major version. */
  public String channel() {
    return eventType + ".v" + schemaVersion.split("\\.", 2)[0];
  }
}
