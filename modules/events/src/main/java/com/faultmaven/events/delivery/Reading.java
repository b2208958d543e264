package com.faultmaven.events.delivery;

import com.faultmaven.events.deadletters.DeadLetterReason;
import com.faultmaven.events.deadletters.Envelope;

/** What came of reading a stored event. */
sealed interface Reading {

  Envelope envelope();

  /** It is there again. */
  record Readable(Object event, Envelope envelope) implements Reading {}

  /**
   * This instance cannot deliver it.
   *
   * @param detail a sentence for a person
   */
  record Unreadable(DeadLetterReason reason, String detail, Envelope envelope) implements Reading {}
}
