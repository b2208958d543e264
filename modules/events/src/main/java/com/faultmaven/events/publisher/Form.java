package com.faultmaven.events.publisher;

import com.faultmaven.events.log.LoggedEvent;

/**
 * An event as one channel tells it: every major version of an event that is still published is a
 * form of the same fact, under the same event id.
 *
 * @param payload its JSON
 */
record Form(LoggedEvent event, String schemaVersion, String payload) {

  /** The channel of this event and major version, which is also the topic. */
  String channel() {
    return event.eventType() + ".v" + schemaVersion.substring(0, schemaVersion.indexOf('.'));
  }
}
