package com.faultmaven.messaging.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.kernel.TraceParent;
import com.faultmaven.messaging.WithBroker;
import com.faultmaven.messaging.log.LoggedEvent;
import com.faultmaven.messaging.publisher.EventRenderer.EventRendering;
import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes the broker's records: the topic is the channel, the key the aggregate, so that one
 * partition has all of an aggregate's events of a channel; the value is the envelope of the
 * contract, and the headers repeat what a consumer may decide by without reading it.
 */
@WithBroker
@Component
class Records {

  private final EventRenderer renderer;
  private final JsonMapper json;

  Records(EventRenderer renderer, JsonMapper json) {
    this.renderer = renderer;
    this.json = json;
  }

  /**
   * The record of an event in a channel.
   *
   * @throws Unrenderable if there is none, for whatever reason
   */
  ProducerRecord<String, byte[]> of(String channel, LoggedEvent event) {
    try {
      EventRendering rendering = renderer.in(channel, event);
      ProducerRecord<String, byte[]> record =
          new ProducerRecord<>(
              channel,
              event.aggregateId(),
              envelope(
                  event,
                  rendering.schemaVersion(),
                  out -> json.writeTree(out, rendering.payload())));
      describe(record.headers(), event, rendering.schemaVersion());
      return record;
    } catch (RuntimeException | StackOverflowError failure) {
      throw new Unrenderable(channel, failure);
    }
  }

  /** What is kept of an event that has no record in a channel: all that the log holds of it. */
  ProducerRecord<String, byte[]> asLogged(String channel, LoggedEvent event) {
    return new ProducerRecord<>(
        channel,
        event.aggregateId(),
        envelope(event, event.schemaVersion(), out -> out.writeRawValue(event.payload())));
  }

  private static void describe(Headers headers, LoggedEvent event, String schemaVersion) {
    headers.add("event-id", bytes(event.eventId().toString()));
    headers.add("event-type", bytes(event.eventType()));
    headers.add("schema-version", bytes(schemaVersion));
    headers.add("correlation-id", bytes(event.correlationId()));
    TraceParent trace = TraceParent.of(event.traceParent());
    if (trace != null) {
      headers.add(TraceParent.HEADER, bytes(trace.value()));
    }
  }

  private byte[] envelope(
      LoggedEvent event, String schemaVersion, Consumer<JsonGenerator> payload) {
    ByteArrayOutputStream envelope = new ByteArrayOutputStream(event.payload().length() + 512);
    try (JsonGenerator out = json.createGenerator(envelope)) {
      out.writeStartObject()
          .writeStringProperty("event_id", event.eventId().toString())
          .writeStringProperty("event_type", event.eventType())
          .writeStringProperty("schema_version", schemaVersion)
          .writeStringProperty(
              "timestamp", event.occurredAt().truncatedTo(ChronoUnit.MICROS).toString())
          .writeStringProperty("correlation_id", event.correlationId())
          .writeStringProperty("aggregate_id", event.aggregateId())
          .writeStringProperty("aggregate_type", event.aggregateType())
          .writeNumberProperty("aggregate_version", event.aggregateVersion())
          .writeName("payload");
      payload.accept(out);
      out.writeEndObject();
    }
    return envelope.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
