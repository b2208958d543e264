package com.faultmaven.events.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.edge.CorrelationId;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Makes a delivery part of the request that caused the event: its log lines and what it publishes
 * carry the same correlation id. Outside of the transaction, it also keeps what a failed attempt
 * ended with.
 */
final class DeliveryContext implements MethodInterceptor {

  private static final Logger log = LoggerFactory.getLogger(DeliveryContext.class);

  private final Supplier<DeliveryFailures> failures;

  DeliveryContext(Supplier<DeliveryFailures> failures) {
    this.failures = failures;
  }

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
    } catch (Throwable failure) {
      failures.get().keep(listener, event.eventId(), failure);
      throw failure;
    }
  }

  private static @Nullable Object deliver(MethodInvocation delivery, String listener)
      throws Throwable {
    try {
      return delivery.proceed();
    } catch (Throwable failure) {
      log.warn("Listener {} has failed and will be tried again", listener, failure);
      throw failure;
    }
  }
}
