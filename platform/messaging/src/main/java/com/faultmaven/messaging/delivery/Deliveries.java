package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.database.DatabaseFailure;
import com.faultmaven.kernel.CorrelationId;
import com.faultmaven.kernel.TraceParent;
import com.faultmaven.messaging.Inbox;
import com.faultmaven.tracing.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Objects;
import org.aopalliance.intercept.MethodInvocation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers an event to a listener: everything that surrounds the listener's own work, in the order
 * in which it is written here. It calls the listener itself, so no other advice comes between.
 */
@Component
class Deliveries {

  private static final Logger log = LoggerFactory.getLogger(Deliveries.class);

  private final EventPublicationRegistry registry;
  private final DeliveriesInProgress inProgress;
  private final RejectedDeliveries rejected;
  private final DeliveryFailures failures;
  private final Inbox inbox;
  private final Tracing tracing;
  private final PlatformTransactionManager transactions;
  private final TransactionAttributeSource attributes;

  Deliveries(
      EventPublicationRegistry registry,
      DeliveriesInProgress inProgress,
      RejectedDeliveries rejected,
      DeliveryFailures failures,
      Inbox inbox,
      Tracing tracing,
      PlatformTransactionManager transactions,
      TransactionAttributeSource attributes) {
    this.registry = registry;
    this.inProgress = inProgress;
    this.rejected = rejected;
    this.failures = failures;
    this.inbox = inbox;
    this.tracing = tracing;
    this.transactions = transactions;
    this.attributes = attributes;
  }

  /** A call of a listener, with the id under which its publications are stored. */
  private record Delivery(String listener, Object event, MethodInvocation call) {

    static Delivery of(MethodInvocation call) {
      return new Delivery(
          ListenerIds.of(call.getMethod()),
          Objects.requireNonNull(call.getArguments()[0], "event"),
          call);
    }

    PublicationTargetIdentifier target() {
      return PublicationTargetIdentifier.of(listener);
    }
  }

  /**
   * Delivers it now.
   *
   * @throws TaskRejectedException if no thread has room for it; it is put off
   */
  void deliver(MethodInvocation call) {
    Delivery delivery = Delivery.of(call);
    try {
      if (ListenerPool.isFull()) {
        rejected.defer(delivery.event(), delivery.listener());
        throw new TaskRejectedException("No thread has room for " + delivery.listener());
      }
      deliverInContext(delivery);
    } finally {
      inProgress.remove(delivery.event(), delivery.listener());
    }
  }

  /** Log lines, and events that the listener publishes, carry the id of the first request. */
  private void deliverInContext(Delivery delivery) {
    if (delivery.event() instanceof ContractEvent event) {
      try (var _ = MDC.putCloseable("correlation_id", event.correlationId());
          var _ = MDC.putCloseable("listener", delivery.listener())) {
        new CorrelationId(event.correlationId()).run(() -> deliverInTrace(delivery));
      }
    } else {
      deliverInTrace(delivery);
    }
  }

  /** Goes on with the trace of the request that published the event, whoever serves it now. */
  private void deliverInTrace(Delivery delivery) {
    TraceParent published = inProgress.traceOf(delivery.event(), delivery.listener());
    if (tracing.isOn()) {
      tracing
          .begin(SpanKind.CONSUMER, "process " + delivery.listener(), published)
          .with("messaging.operation.name", "process")
          .with("messaging.destination.name", delivery.listener())
          .run(() -> deliver(delivery));
    } else if (published == null) {
      deliver(delivery);
    } else {
      published.run(() -> deliver(delivery));
    }
  }

  private void deliver(Delivery delivery) {
    try {
      registry.markProcessing(delivery.event(), delivery.target());
      attempt(delivery);
      registry.markCompleted(delivery.event(), delivery.target());
    } catch (Throwable failure) {
      if (DatabaseFailure.isOutage(failure)) {
        log.warn(
            "Listener {} waits for the database: {}", delivery.listener(), failure.getMessage());
      } else {
        log.warn("Listener {} has failed and will be tried again", delivery.listener(), failure);
      }
      throw failure;
    }
  }

  /** The failure is kept first: once it is marked as failed, any instance may park it. */
  private void attempt(Delivery delivery) {
    try {
      new TransactionTemplate(transactions, attribute(delivery.call()))
          .executeWithoutResult(_ -> processOnce(delivery));
    } catch (Throwable failure) {
      failures.keep(delivery.listener(), delivery.event(), failure);
      registry.markFailed(delivery.event(), delivery.target());
      throw failure;
    }
  }

  /** What {@code @ApplicationModuleListener} says of the transaction. */
  private TransactionAttribute attribute(MethodInvocation call) {
    return Objects.requireNonNull(
        attributes.getTransactionAttribute(call.getMethod(), target(call).getClass()),
        () -> call.getMethod() + " has no transaction");
  }

  /** The inbox is the first to write, and rolls back with the work. */
  private void processOnce(Delivery delivery) {
    if (delivery.event() instanceof ContractEvent event
        && !inbox.isFirst(delivery.listener(), event.eventId())) {
      log.debug("{} has processed {} before", delivery.listener(), event.eventId());
      return;
    }
    process(delivery.call());
  }

  private static void process(MethodInvocation call) {
    try {
      AopUtils.invokeJoinpointUsingReflection(target(call), call.getMethod(), call.getArguments());
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable checked) {
      throw new UndeclaredThrowableException(checked);
    }
  }

  private static Object target(MethodInvocation call) {
    return Objects.requireNonNull(call.getThis(), "listener");
  }
}
