package com.faultmaven.events.publisher;

import com.faultmaven.events.WithBroker;
import org.springframework.stereotype.Component;

/** Where records go that the broker will never take. */
@WithBroker
@Component
class Refused {

  void park(Copy copy) {
    throw new IllegalStateException(copy.toString());
  }
}
