package com.faultmaven.messaging.broker;

import tools.jackson.core.JacksonException;

/** A record that says nothing this service understands, however often it is tried. */
final class Unreadable extends RuntimeException {

  private static final int LONGEST = 500;

  private Unreadable(String reason) {
    super(reason);
  }

  static Unreadable withoutValue() {
    return new Unreadable("The record has no value.");
  }

  static Unreadable tooLarge(int bytes, int most) {
    return new Unreadable("The record has " + bytes + " bytes; at most " + most + " are read.");
  }

  static Unreadable noEvent(String channel, JacksonException cause) {
    return noEvent(channel, cause.getOriginalMessage());
  }

  static Unreadable noEvent(String channel, String reason) {
    String full = "The record is no " + channel + ": " + reason;
    return new Unreadable(full.length() <= LONGEST ? full : full.substring(0, LONGEST) + "…");
  }
}
