package com.faultmaven.mail;

import java.util.Locale;

/** Why an address gets no mail; each counts for more than those before it. */
public enum SuppressionReason {
  /** Its owner wants no letters. */
  OPTED_OUT,
  /** Somebody said so. */
  MANUAL,
  /** Its owner called a mail unwanted. */
  COMPLAINED,
  /** Nobody is there. */
  BOUNCED;

  /** As table and contract spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The reason of a word. */
  public static SuppressionReason of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean holdsUp(Purpose purpose) {
    return switch (purpose) {
      case LETTER -> true;
      case NOTICE -> this != OPTED_OUT;
      case ACCOUNT -> this == BOUNCED;
    };
  }

  /** What becomes of a mail that it holds up. */
  MailState state() {
    return this == OPTED_OUT ? MailState.OPTED_OUT : MailState.SUPPRESSED;
  }
}
