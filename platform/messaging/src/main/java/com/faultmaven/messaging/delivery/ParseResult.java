package com.faultmaven.messaging.delivery;

import com.faultmaven.messaging.deadletters.DeadLetterReason;
import com.faultmaven.messaging.deadletters.Envelope;

/** What came of reading a stored event. */
sealed interface ParseResult {

  Envelope envelope();

  /** It is there again. */
  record Parsed(Object event, Envelope envelope) implements ParseResult {}

  /**
   * This instance cannot deliver it.
   *
   * @param detail a sentence for a person
   */
  record Unparsable(DeadLetterReason reason, String detail, Envelope envelope)
      implements ParseResult {}
}
