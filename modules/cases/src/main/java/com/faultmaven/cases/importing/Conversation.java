package com.faultmaven.cases.importing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a case knows of its messages.
 *
 * @param lastAt when the last was added; null if there is none
 */
public record Conversation(int messages, @Nullable Instant lastAt) {

  public static final Conversation NONE = new Conversation(0, null);

  /** With one message more. */
  public Conversation plus(Instant at) {
    return new Conversation(messages + 1, at);
  }
}
