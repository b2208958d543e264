package com.faultmaven.messaging.delivery;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.modulith.events.core.PublicationTargetIdentifier;

/**
 * What was published and is not under way here: it found no thread and no place to wait for one, or
 * its transaction was rolled back. Whoever published it is not made to wait; from here, the
 * registry is soon told to forget it, and to mark it failed if it is stored.
 */
final class Undelivered {

  private static final Logger log = LoggerFactory.getLogger(Undelivered.class);

  private final Queue<Publication> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicLong putOff = new AtomicLong();

  private record Publication(Object event, PublicationTargetIdentifier listener) {}

  /** The listener has no room for it. */
  void putOff(Object event, String listenerId) {
    putOff.incrementAndGet();
    log.debug("{} has no room for an event, which will be delivered later", listenerId);
    forget(event, listenerId);
  }

  /** Nobody will deliver it here. */
  void forget(Object event, String listenerId) {
    waiting.add(new Publication(event, PublicationTargetIdentifier.of(listenerId)));
  }

  /** How many deliveries were put off. */
  long count() {
    return putOff.get();
  }

  /** Tells the registry. */
  void settle(EventPublicationRegistry registry) {
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
