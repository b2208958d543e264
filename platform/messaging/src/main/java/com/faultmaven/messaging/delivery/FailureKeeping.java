package com.faultmaven.messaging.delivery;

import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a failed attempt ended with: outside of its transaction, which is rolled back, and
 * before it is marked as failed, so that whoever parks it then finds why.
 */
final class FailureKeeping implements MethodInterceptor {

  private final Supplier<DeliveryFailures> failures;

  FailureKeeping(Supplier<DeliveryFailures> failures) {
    this.failures = failures;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
    try {
      return delivery.proceed();
    } catch (Throwable failure) {
      if (delivery.getArguments().length > 0
          && delivery.getArguments()[0] instanceof Object event) {
        failures.get().keep(ListenerIds.of(delivery.getMethod()), event, failure);
      }
      throw failure;
    }
  }
}
