package com.faultmaven.messaging.delivery;

import com.faultmaven.kernel.TraceParent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.core.TargetEventPublication;
import org.springframework.stereotype.Component;

/**
 * The publications that this process delivers now or has in its queue. While they are here, their
 * lease is renewed and nobody else delivers them.
 */
@Component
class DeliveriesInProgress {

  private final Map<Delivery, Entry> entries = new ConcurrentHashMap<>();

  /** An event, as the very object the listener gets, on its way to one listener. */
  private record Delivery(Object event, String listener) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Delivery delivery
          && event == delivery.event
          && listener.equals(delivery.listener);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(event) + listener.hashCode();
    }
  }

  private record Entry(UUID publication, Instant leasedAt, @Nullable TraceParent trace) {

    Entry renewed(Instant now) {
      return new Entry(publication, now, trace);
    }
  }

  /**
   * Its row says since when it is leased.
   *
   * @param trace in which the event was published
   */
  void add(TargetEventPublication publication, Instant leasedAt, @Nullable TraceParent trace) {
    entries.put(
        new Delivery(publication.getEvent(), publication.getTargetIdentifier().getValue()),
        new Entry(publication.getIdentifier(), leasedAt, trace));
  }

  /** In which the event was published, if it was in one. */
  @Nullable TraceParent traceOf(Object event, String listener) {
    Entry entry = entries.get(new Delivery(event, listener));
    return entry == null ? null : entry.trace();
  }

  /** All of them. */
  List<UUID> all() {
    return entries.values().stream().map(Entry::publication).toList();
  }

  /** It is delivered or has failed, or will not be delivered by this process. */
  void remove(Object event, String listener) {
    entries.remove(new Delivery(event, listener));
  }

  /** Those whose lease began before a moment. */
  List<UUID> leasedBefore(Instant moment) {
    return entries.values().stream()
        .filter(entry -> entry.leasedAt().isBefore(moment))
        .map(Entry::publication)
        .toList();
  }

  void renewed(Set<UUID> publications, Instant leasedAt) {
    entries.replaceAll(
        (_, entry) -> publications.contains(entry.publication()) ? entry.renewed(leasedAt) : entry);
  }
}
