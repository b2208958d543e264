package com.faultmaven.messaging.deadletters;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a stored event says of itself, as far as it can be read. What is missing, of another type or
 * longer than the contract has room for is null.
 */
public record Envelope(
    @Nullable UUID eventId,
    @Nullable String eventType,
    @Nullable String schemaVersion,
    @Nullable String aggregateId,
    @Nullable String correlationId,
    @Nullable Instant occurredAt) {

  /** Of an event that says nothing. */
  public static final Envelope NONE = new Envelope(null, null, null, null, null, null);

  private static final int UUID_LENGTH = 36;

  /** Reads what can be read; never fails. */
  public static Envelope of(String content, JsonMapper json) {
    try {
      JsonNode event = json.readTree(content);
      return new Envelope(
          eventId(text(event, "event_id", UUID_LENGTH)),
          text(event, "event_type", 100),
          text(event, "schema_version", 50),
          text(event, "aggregate_id", 255),
          text(event, "correlation_id", 128),
          instant(text(event, "timestamp", 40)));
    } catch (JacksonException | NumberFormatException noJson) {
      return NONE;
    }
  }

  private static @Nullable String text(JsonNode event, String name, int longest) {
    JsonNode value = event.path(name);
    boolean fits = value.isString() && value.stringValue().length() <= longest;
    return fits && value.stringValue().indexOf('\0') < 0 ? value.stringValue() : null;
  }

  private static @Nullable UUID eventId(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      return null;
    }
  }

  private static @Nullable Instant instant(@Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noMoment) {
      return null;
    }
  }
}
