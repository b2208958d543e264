package com.faultmaven.messaging.publisher;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.kernel.TraceParent;
import com.faultmaven.tracing.ActiveSpan;
import com.faultmaven.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way to the broker, in the trace of the request that published its event: whoever
 * consumes it goes on from here.
 */
final class SendSpan {

  private static final SendSpan NONE = new SendSpan(null);

  private final @Nullable ActiveSpan span;

  private SendSpan(@Nullable ActiveSpan span) {
    this.span = span;
  }

  /** Begins it, and writes its place into the record; none for what belongs to no trace. */
  static SendSpan of(ProducerRecord<String, byte[]> record, Tracing tracing) {
    if (!tracing.isOn()) {
      return NONE;
    }
    Header header = record.headers().lastHeader(TraceParent.HEADER);
    TraceParent published =
        header == null ? null : TraceParent.of(new String(header.value(), UTF_8));
    if (published == null) {
      return NONE;
    }
    ActiveSpan span =
        tracing
            .begin(SpanKind.PRODUCER, "send " + record.topic(), published)
            .with("messaging.system", "kafka")
            .with("messaging.operation.name", "send")
            .with("messaging.destination.name", record.topic());
    record
        .headers()
        .remove(TraceParent.HEADER)
        .add(TraceParent.HEADER, span.traceParent().value().getBytes(UTF_8));
    return new SendSpan(span);
  }

  /** The broker took it, or why not. */
  void end(@Nullable Exception failure) {
    if (span == null) {
      return;
    }
    if (failure != null) {
      span.failed(failure.getClass().getName());
    }
    span.end();
  }
}
