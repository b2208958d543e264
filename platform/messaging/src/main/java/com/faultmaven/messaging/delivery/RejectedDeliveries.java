package com.faultmaven.messaging.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;
import org.springframework.stereotype.Component;

/**
 * Deliveries that this process will not make now: no listener's thread had room, or the publishing
 * transaction was rolled back. The publishing request does not wait for the database: redelivery
 * marks them as failed in its next round, which also removes them from the registry's memory.
 */
@Component
class RejectedDeliveries {

  private static final Logger log = LoggerFactory.getLogger(RejectedDeliveries.class);

  private final Queue<Publication> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong deferred = new AtomicLong();

  private record Publication(Object event, PublicationTargetIdentifier listener) {}

  /** The listener has no room for it. */
  void defer(Object event, String listenerId) {
    deferred.incrementAndGet();
    log.debug("{} has no room for an event, which will be delivered later", listenerId);
    drop(event, listenerId);
  }

  /** Not delivered by this process. */
  void drop(Object event, String listenerId) {
    waiting.add(new Publication(event, PublicationTargetIdentifier.of(listenerId)));
  }

  /** How many deliveries were put off. */
  long count() {
    return deferred.get();
  }

  /** Marks them as failed. */
  void flush(EventPublicationRegistry registry) {
    for (Publication next = waiting.poll(); next != null; next = waiting.poll()) {
      try {
        registry.markFailed(next.event(), next.listener());
      } catch (RuntimeException unavailable) {
        waiting.add(next);
        throw unavailable;
      }
    }
  }
}
