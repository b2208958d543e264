package com.faultmaven.messaging.delivery;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.event.TransactionalApplicationListenerMethodAdapter;

/** Under which id a listener's publications are stored. */
final class ListenerIds {

  private static final Map<Method, String> IDS = new ConcurrentHashMap<>();

  private ListenerIds() {}

  static String of(Method listener) {
    return IDS.computeIfAbsent(listener, ListenerIds::read);
  }

  private static String read(Method listener) {
    return new TransactionalApplicationListenerMethodAdapter(
            listener.getName(), listener.getDeclaringClass(), listener)
        .getListenerId();
  }
}
