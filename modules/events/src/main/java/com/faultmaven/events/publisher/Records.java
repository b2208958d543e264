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
    Headers headers = record.headers();
    headers.add("event-id", bytes(event.eventId().toString()));
    headers.add("event-type", bytes(event.eventType()));
    headers.add("schema-version", bytes(form.schemaVersion()));
    headers.add("correlation-id", bytes(event.correlationId()));
    if (event.traceParent() != null) {
      headers.add("traceparent", bytes(event.traceParent()));
    }
    return record;
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
