package com.faultmaven.messaging;

import com.faultmaven.contracts.events.ConsumedEvent;

/**
 * What a module does about an event of another service. A module contributes a bean for each
 * channel it consumes; records that are no such event are dead letters and never reach it.
 *
 * @param <E> the event
 */
public interface EventConsumer<E extends ConsumedEvent> {

  /** Names the consumer in the inbox, in logs and threads; it never changes. */
  String id();

  /** The channel, which is the topic of the broker. */
  String channel();

  /** Whether anybody tells anything on it that is not known here. */
  default boolean isNeeded() {
    return true;
  }

  /** The form of the event, which refuses what the contract forbids. */
  Class<E> type();

  /**
   * Processes an event, once, in the transaction that records it as processed. What it throws is
   * tried again; a {@link com.faultmaven.kernel.Refusal} makes the record a dead letter.
   */
  void on(E event);
}
