package com.faultmaven.contracts.events;

import java.time.Instant;
import java.util.UUID;

/**
 * What all events have in common: the envelope of the contract, which says of each whether this
 * service produces or consumes it.
 */
public sealed interface ContractEvent permits ProducedEvent, ConsumedEvent {

  /** One id per fact: every form of the same fact carries the same. */
  UUID eventId();

  /** The kind of fact, without a version, such as {@code case.created}. */
  String eventType();

  /** The version of the payload's form, such as {@code 2.0.0}. */
  String schemaVersion();

  /** When the fact became true. */
  Instant timestamp();

  /** The request that caused it. */
  String correlationId();

  /** What the fact is about: the id of a case, or of a user. */
  String aggregateId();

  /** {@code case} or {@code user}. */
  String aggregateType();

  /** Grows with every fact of one aggregate: order and deduplicate by it. */
  long aggregateVersion();

  /** What the event tells, by its type and version. */
  Object payload();

  /** Where it is published, such as {@code case.created.v2}: a channel for each major version. */
  default String channel() {
    return eventType() + ".v" + schemaVersion().substring(0, schemaVersion().indexOf('.'));
  }
}
