package com.faultmaven.events.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;

/**
 * What found no thread and no place to wait for one. Whoever published it is not made to wait for
 * that: it is stored, and marked failed from here soon.
 */
final class Undelivered {

  private static final Logger log = LoggerFactory.getLogger(Undelivered.class);

  private final Queue<Publication> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong count = new AtomicLong();

  private record Publication(Object event, PublicationTargetIdentifier listener) {}

  void add(Object event, String listenerId) {
    waiting.add(new Publication(event, PublicationTargetIdentifier.of(listenerId)));
    count.incrementAndGet();
    log.debug("Listener {} has no room for {}, which will be delivered later", listenerId, event);
  }

  /** How many there have been. */
  long count() {
    return count.get();
  }

  /** Marks them failed, which also makes the registry forget that they are under way here. */
  void settle(EventPublicationRegistry registry) {
    for (Publication next = waiting.peek(); next != null; next = waiting.peek()) {
      registry.markFailed(next.event(), next.listener());
      waiting.remove(next);
    }
  }
}
