package com.faultmaven.events.delivery;

import java.lang.reflect.Method;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.transaction.event.TransactionalEventListenerFactory;

/**
 * Makes listeners whose publications are stored. Their ids are known here, and a delivery there is
 * no room for is no failure of whoever published the event.
 */
final class PersistentListenerFactory extends TransactionalEventListenerFactory {

  /** Before Spring's own. */
  private static final int ORDER = 40;

  private final KnownListeners known;
  private final Undelivered undelivered;

  PersistentListenerFactory(KnownListeners known, Undelivered undelivered) {
    this.known = known;
    this.undelivered = undelivered;
    setOrder(ORDER);
  }

  @Override
  public ApplicationListener<?> createApplicationListener(
      String beanName, Class<?> type, Method method) {
    PersistentListener listener = new PersistentListener(beanName, type, method);
    known.add(listener.getListenerId());
    return listener;
  }

  private final class PersistentListener extends TransactionalApplicationListenerMethodAdapter {

    PersistentListener(String beanName, Class<?> targetClass, Method method) {
      super(beanName, targetClass, method);
    }

    @Override
    public void processEvent(ApplicationEvent event) {
      try {
        super.processEvent(event);
      } catch (TaskRejectedException full) {
        undelivered.add(
            event instanceof PayloadApplicationEvent<?> wrapped ? wrapped.getPayload() : event,
            getListenerId());
      }
    }
  }
}
