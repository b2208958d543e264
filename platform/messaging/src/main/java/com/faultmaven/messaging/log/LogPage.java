package com.faultmaven.messaging.log;

import java.util.List;

/**
 * Some events that follow each other in the log.
 *
 * @param end the position after the last event looked at, wanted or not
 */
public record LogPage(List<LoggedEvent> events, LogPosition end) {

  public LogPage {
    events = List.copyOf(events);
  }

  public boolean isEmpty() {
    return events.isEmpty();
  }
}
