package com.faultmaven.messaging.publisher;

import org.springframework.core.NestedExceptionUtils;

/** No record can be made of an event for a channel, however often that is tried. */
final class Unrenderable extends RuntimeException {

  Unrenderable(String channel, Throwable cause) {
    super(
        "No %s can be made of this event: %s"
            .formatted(channel, NestedExceptionUtils.getMostSpecificCause(cause)),
        cause);
  }
}
