package com.faultmaven.messaging.delivery;

import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;
import org.springframework.transaction.event.TransactionalEventListenerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Makes listeners whose publications are stored. Their ids are known here, and a delivery there is
 * no room for is no failure of the publisher of the event. What is rolled back is forgotten.
 */
final class PersistentListenerFactory extends TransactionalEventListenerFactory {

  private static final Logger log = LoggerFactory.getLogger(PersistentListenerFactory.class);

  /** Before Spring's own. */
  private static final int ORDER = 40;

  private final KnownListeners known;
  private final RejectedDeliveries rejected;
  private final DeliveriesInProgress inProgress;

  PersistentListenerFactory(
      KnownListeners known, RejectedDeliveries rejected, DeliveriesInProgress inProgress) {
    this.known = known;
    this.rejected = rejected;
    this.inProgress = inProgress;
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
    public void onApplicationEvent(ApplicationEvent event) {
      super.onApplicationEvent(event);
      if (TransactionSynchronizationManager.isSynchronizationActive()) {
        TransactionSynchronizationManager.registerSynchronization(
            new TransactionSynchronization() {
              @Override
              public void afterCompletion(int status) {
                if (status != STATUS_COMMITTED) {
                  inProgress.remove(payload(event), getListenerId());
                  rejected.drop(payload(event), getListenerId());
                }
              }
            });
      }
    }

    @Override
    public void processEvent(ApplicationEvent event) {
      try {
        super.processEvent(event);
      } catch (TaskRejectedException full) {
        defer(event);
      } catch (Throwable failure) {
        // a thread that cannot be started, for instance: those behind it are delivered all the same
        log.error("{} will get an event later", getListenerId(), failure);
        defer(event);
      }
    }

    private void defer(ApplicationEvent event) {
      inProgress.remove(payload(event), getListenerId());
      rejected.defer(payload(event), getListenerId());
    }

    private static Object payload(ApplicationEvent event) {
      return event instanceof PayloadApplicationEvent<?> wrapped ? wrapped.getPayload() : event;
    }
  }
}
