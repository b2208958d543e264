package com.faultmaven.mail;

import org.jspecify.annotations.Nullable;

/** Where mail leaves the house. */
sealed interface WayOut permits Closed, Outbox, Smtp {

  /** What it is called where it is said how a mail went out; null where none does. */
  @Nullable String name();

  /** Hands a mail over, outside any transaction. */
  HandOver handOver(MailKey key, String to, byte[] bytes);

  /** Whether a mail left whose handing over nobody recorded; null if this cannot be known. */
  @Nullable Boolean hasLeft(MailKey key);

  /** Leaves no trace of it here. */
  void forget(MailKey key);

  /** What the other side said. */
  sealed interface HandOver {

    /** It has it. */
    record Accepted() implements HandOver {}

    /** Not now. */
    record PutOff(String why) implements HandOver {}

    /** Never. */
    record Refused(String why) implements HandOver {}

    /** It was given all of it, and has not answered. */
    record Unknown(String why) implements HandOver {}
  }
}
