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
  INVALID_EMAIL;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
