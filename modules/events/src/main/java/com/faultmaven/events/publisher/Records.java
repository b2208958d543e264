package com.faultmaven.events.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.events.WithBroker;
import com.faultmaven.events.log.LoggedEvent;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the broker's records: the topic is the channel, the key the case, so that one partition has
 * all of a case's events of a channel; the value is the envelope of the contract, and the headers
 * repeat what a consumer may decide by without reading it.
 */
@WithBroker
@Component
class Records {

  private final JsonMapper json;

  Records(JsonMapper json) {
    this.json = json;
  }

  ProducerRecord<String, byte[]> of(Form form) {
    LoggedEvent event = form.event();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(form.channel(), event.aggregateId(), envelope(form));
    describe(
        record.headers(),
        event.eventId().toString(),
        event.eventType(),
        form.schemaVersion(),
        event.correlationId());
    if (event.traceParent() != null) {
      record.headers().add("traceparent", bytes(event.traceParent()));
    }
    return record;
  }

  /** The record of an envelope that was sent before. */
  static ProducerRecord<String, byte[]> again(String topic, String key, JsonNode envelope) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(topic, key, bytes(envelope.toString()));
    describe(
        record.headers(),
        envelope.path("event_id").asString(),
        envelope.path("event_type").asString(),
        envelope.path("schema_version").asString(),
        envelope.path("correlation_id").asString());
    return record;
  }

  private static void describe(
      Headers headers,
      String eventId,
      String eventType,
      String schemaVersion,
      String correlationId) {
    headers.add("event-id", bytes(eventId));
    headers.add("event-type", bytes(eventType));
    headers.add("schema-version", bytes(schemaVersion));
    headers.add("correlation-id", bytes(correlationId));
  }

  private byte[] envelope(Form form) {
    LoggedEvent event = form.event();
    ByteArrayOutputStream envelope = new ByteArrayOutputStream(form.payload().length() + 512);
    try (JsonGenerator out = json.createGenerator(envelope)) {
      out.writeStartObject()
          .writeStringProperty("event_id", event.eventId().toString())
          .writeStringProperty("event_type", event.eventType())
          .writeStringProperty("schema_version", form.schemaVersion())
          .writeStringProperty(
              "timestamp", event.occurredAt().truncatedTo(ChronoUnit.MICROS).toString())
          .writeStringProperty("correlation_id", event.correlationId())
          .writeStringProperty("aggregate_id", event.aggregateId())
          .writeStringProperty("aggregate_type", LoggedEvent.AGGREGATE_TYPE)
          .writeNumberProperty("aggregate_version", event.aggregateVersion())
          .writeName("payload")
          .writeRawValue(form.payload())
          .writeEndObject();
    }
    return envelope.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
