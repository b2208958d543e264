package com.faultmaven.messaging.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
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

  void run(Runnable work) {
    try (var _ = MDC.putCloseable("correlation_id", correlation.value())) {
      correlation.run(trace == null ? work : () -> trace.run(work));
    }
  }
}
