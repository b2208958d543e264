package com.faultmaven.messaging.publisher;

import com.faultmaven.messaging.log.LoggedEvent;
import java.util.List;

/**
 * An event on its way.
 *
 * @param copies one in each channel; fewer if one failed before it left
 */
record InFlight(LoggedEvent event, List<InFlightRecord> copies) {

  /** Whether something failed before it left: nothing must be sent behind it. */
  boolean isStuck() {
    return copies.getLast().neverLeft();
  }
}
