package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.Refusal;
import java.util.UUID;

/** No such dead letter. */
public final class DeadLetterNotFound extends Refusal {

  private DeadLetterNotFound(String id) {
    super(DeadLetterProblem.DEAD_LETTER_NOT_FOUND, "There is no dead letter " + id + ".");
  }

  /** Of a name that cannot be one. */
  public static DeadLetterNotFound named(String id) {
    return new DeadLetterNotFound(shown(id));
  }

  static DeadLetterNotFound of(UUID id) {
    return new DeadLetterNotFound(id.toString());
  }
}
