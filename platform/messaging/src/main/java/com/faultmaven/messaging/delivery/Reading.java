package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.deadletters.DeadLetterReason;
import com.faultmaven.messaging.deadletters.Envelope;

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
