package com.faultmaven.messaging.delivery;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalApplicationListener;

/**
 * The listeners of the running code, by the ids under which publications are stored; read at
 * startup from where Modulith looks for them.
 */
@Component
class KnownListeners implements SmartInitializingSingleton {

  private final AbstractApplicationContext application;
  private volatile Set<String> ids = Set.of();

  KnownListeners(AbstractApplicationContext application) {
    this.application = application;
  }

  @Override
  public void afterSingletonsInstantiated() {
    ids =
        application.getApplicationListeners().stream()
            .filter(TransactionalApplicationListener.class::isInstance)
            .map(listener -> ((TransactionalApplicationListener<?>) listener).getListenerId())
            .collect(Collectors.toUnmodifiableSet());
  }

  boolean contains(String id) {
    return ids.contains(id);
  }
}
