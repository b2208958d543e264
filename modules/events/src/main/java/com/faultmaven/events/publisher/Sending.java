package com.faultmaven.events.publisher;

import com.faultmaven.events.log.LoggedEvent;
import java.util.List;

/**
 * An event on its way.
 *
 * @param copies one in each channel; fewer if one failed before it left
 */
record Sending(LoggedEvent event, List<Copy> copies) {

  /** Whether something failed before it left: nothing must be sent behind it. */
  boolean isStuck() {
    return copies.getLast().neverLeft();
  }
}
