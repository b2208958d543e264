package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.Refusal;

/** Somebody replayed or discarded the dead letter before. */
final class AlreadySettled extends Refusal {

  private AlreadySettled(String detail) {
    super(DeadLetterProblem.DEAD_LETTER_ALREADY_SETTLED, detail);
  }

  static AlreadySettled as(DeadLetterState state) {
    return new AlreadySettled("This dead letter was " + state.word() + " before.");
  }
}
