package com.faultmaven.messaging.delivery;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The listeners there are in the running code, by the ids under which publications are stored. */
final class KnownListeners {

  private final Set<String> ids = ConcurrentHashMap.newKeySet();

  void add(String id) {
    ids.add(id);
  }

  boolean contains(String id) {
    return ids.contains(id);
  }
}
