package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.database.DatabaseFailure;
import com.faultmaven.kernel.CorrelationId;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes a delivery part of the request that caused the event: its log lines and what it publishes
 * carry the same correlation id. Once it is over, it is not under way any more, however it ended.
 */
final class DeliveryContext implements MethodInterceptor {

  private static final Logger log = LoggerFactory.getLogger(DeliveryContext.class);

  private final DeliveriesInProgress inProgress;

  DeliveryContext(DeliveriesInProgress inProgress) {
    this.inProgress = inProgress;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
    String listener = ListenerIds.of(delivery.getMethod());
    Object event = delivery.getArguments().length == 0 ? null : delivery.getArguments()[0];
    try {
      return event instanceof ContractEvent contractual
          ? deliver(delivery, contractual, listener)
          : deliver(delivery, listener);
    } finally {
      if (event != null) {
        inProgress.remove(event, listener);
      }
    }
  }

  private static @Nullable Object deliver(
      MethodInvocation delivery, ContractEvent event, String listener) throws Throwable {
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
      if (DatabaseFailure.isOutage(failure)) {
        log.warn("Listener {} waits for the database: {}", listener, failure.getMessage());
      } else {
        log.warn("Listener {} has failed and will be tried again", listener, failure);
      }
      throw failure;
    }
  }
}
