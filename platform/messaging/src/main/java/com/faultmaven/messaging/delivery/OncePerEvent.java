package com.faultmaven.messaging.delivery;

import com.faultmaven.contracts.events.ContractEvent;
import com.faultmaven.messaging.Inbox;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Within the listener's transaction: lets through what the listener has not processed before. */
final class OncePerEvent implements MethodInterceptor {

  private static final Logger log = LoggerFactory.getLogger(OncePerEvent.class);

  private final Supplier<Inbox> inbox;

  OncePerEvent(Supplier<Inbox> inbox) {
    this.inbox = inbox;
  }

  @Override
  public @Nullable Object invoke(MethodInvocation delivery) throws Throwable {
    if (delivery.getArguments().length == 0
        || !(delivery.getArguments()[0] instanceof ContractEvent event)) {
      return delivery.proceed();
    }
    String listener = ListenerIds.of(delivery.getMethod());
    if (inbox.get().isFirst(listener, event.eventId())) {
      return delivery.proceed();
    }
    log.debug("{} has processed {} before", listener, event.eventId());
    return null;
  }
}
