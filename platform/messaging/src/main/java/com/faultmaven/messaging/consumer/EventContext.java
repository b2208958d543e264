package com.faultmaven.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The correlation id and trace of the request that caused an event in another service. */
record EventContext(CorrelationId correlation, @Nullable TraceParent trace) {

  static EventContext of(ContractEvent event, ConsumerRecord<byte[], byte[]> record) {
    Header trace = record.headers().lastHeader(TraceParent.HEADER);
    return new EventContext(
        CorrelationId.of(event.correlationId()),
        trace == null || trace.value() == null
            ? null
            : TraceParent.of(new String(trace.value(), UTF_8)));
  }

  void run(String channel, Tracing tracing, Runnable work) {
    try (var _ = MDC.putCloseable("correlation_id", correlation.value())) {
      correlation.run(() -> runInTrace(channel, tracing, work));
    }
  }

  private void runInTrace(String channel, Tracing tracing, Runnable work) {
    if (tracing.isOn()) {
      tracing
          .begin(SpanKind.CONSUMER, "process " + channel, trace)
          .with("messaging.system", "kafka")
          .with("messaging.operation.name", "process")
          .with("messaging.destination.name", channel)
          .run(work);
    } else if (trace == null) {
      work.run();
    } else {
      trace.run(work);
    }
  }
}
