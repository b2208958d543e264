package com.faultmaven.messaging;

import com.faultmaven.contracts.events.ProducedEvent;
import java.util.List;

/**
 * Many events of one transaction. Publishing a batch publishes each of them, in their order; the
 * log, and the registry for what each listener gets, take them in one statement.
 */
public record EventBatch(List<ProducedEvent> events) {

  public EventBatch {
    events = List.copyOf(events);
  }
}
