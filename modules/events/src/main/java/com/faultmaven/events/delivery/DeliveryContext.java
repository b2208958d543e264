package com.faultmaven.events.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.edge.CorrelationId;
import com.faultmaven.edge.problems.DatabaseFailures;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes a delivery part of the request that caused the event: its log lines and what it publishes
 * carry the same correlation id.
 */
final class DeliveryContext implements MethodInterceptor {

  private static final Logger log = LoggerFactory.getLogger(DeliveryContext.class);

  @Override
  public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
    String listener = ListenerIds.of(delivery.getMethod());
    if (delivery.getArguments().length == 0
        || !(delivery.getArguments()[0] instanceof ContractEvent event)) {
      return deliver(delivery, listener);
    }
    try (var _ = MDC.putCloseable("correlation_id", event.correlationId());
        var _ = MDC.putCloseable("listener", listener)) {
      return new CorrelationId(event.correlationId()).call(() -> deliver(delivery, listener));
    }
  }

  private static @Nullable Object deliver(MethodInvocation delivery, String listener)
      throws Throwable {
    try {
      return delivery.proceed();
    } catch (Throwable failure) {
      if (DatabaseFailures.isOutage(failure)) {
        log.warn("Listener {} waits for the database: {}", listener, failure.getMessage());
      } else {
        log.warn("Listener {} has failed and will be tried again", listener, failure);
      }
      throw failure;
    }
  }
}
