package com.faultmaven.status.events;

import com.faultmaven.contracts.events.ProducedEvent;
import com.faultmaven.kernel.CorrelationId;
import java.time.Instant;
import java.util.UUID;

/**
 * What every event has around its payload: the constructor of the record of one.
 *
 * @param <P> its payload
 * @param <E> the event
 */
@FunctionalInterface
interface Envelope<P, E extends ProducedEvent> {

  E of(
      UUID id,
      String type,
      String version,
      Instant at,
      String correlation,
      String aggregate,
      String aggregateType,
      long number,
      P payload);

  /**
   * A new event.
   *
   * @param kind its type, the version of its form, and the type of what it is about
   * @param aggregate the id of what it is about
   * @param number of the fact among those of the aggregate
   */
  default E around(P payload, Kind kind, String aggregate, long number, Instant at) {
    return of(
        UUID.randomUUID(),
        kind.type(),
        kind.version(),
        at,
        CorrelationId.current().value(),
        aggregate,
        kind.aggregate(),
        number,
        payload);
  }

  /** What all events of one record have in common. */
  record Kind(String type, String version, String aggregate) {}
}
