package com.faultmaven.messaging.consumer;

import tools.jackson.core.JacksonException;

/** A record that says nothing this service understands, however often it is tried. */
final class UnreadableRecord extends RuntimeException {

  private static final int LONGEST = 500;

  private UnreadableRecord(String reason) {
    super(reason);
  }

  static UnreadableRecord withoutValue() {
    return new UnreadableRecord("The record has no value.");
  }

  static UnreadableRecord tooLarge(int bytes, int most) {
    return new UnreadableRecord(
        "The record has " + bytes + " bytes; at most " + most + " are read.");
  }

  static UnreadableRecord noEvent(String channel, JacksonException cause) {
    return noEvent(channel, cause.getOriginalMessage());
  }

  static UnreadableRecord noEvent(String channel, String reason) {
    String full = "The record is no " + channel + ": " + reason;
    return new UnreadableRecord(full.length() <= LONGEST ? full : full.substring(0, LONGEST) + "…");
  }
}
