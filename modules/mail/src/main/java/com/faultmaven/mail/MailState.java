package com.faultmaven.mail;

import java.util.Locale;

/** What became of a mail. */
public enum MailState {
  /** It waits for its first or next try. */
  QUEUED,
  /** It is being handed over; or the process died while it was. */
  SENDING,
  /** The server has taken it. What happens to it from there is not known. */
  SENT,
  /** The server refused it for good, or for longer than it was tried. */
  FAILED,
  /** Nobody knows whether the server took it, so it is not sent again. */
  UNCONFIRMED,
  /** It was taken back in time. */
  CANCELLED,
  /** There can be nobody at that address. */
  INVALID_EMAIL,
  /** Its address gets no mail: it bounced, its owner complained, or somebody said so. */
  SUPPRESSED,
  /** Whoever is at its address wants no letters. */
  OPTED_OUT,
  /** The server of its recipient has it. */
  DELIVERED,
  /** The server of its recipient refused it. */
  BOUNCED,
  /** Its recipient called it unwanted. */
  COMPLAINED;

  /** As tables and contracts spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static MailState of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Whether nothing more is to be done for it. */
  boolean isSettled() {
    return this != QUEUED && this != SENDING;
  }

  /** Whether a server has it, or may have it, so that something may be told of it. */
  boolean isUnderWay() {
    return switch (this) {
      case SENT, UNCONFIRMED, DELIVERED, BOUNCED, COMPLAINED -> true;
      case QUEUED, SENDING, FAILED, CANCELLED, INVALID_EMAIL, SUPPRESSED, OPTED_OUT -> false;
    };
  }
}
