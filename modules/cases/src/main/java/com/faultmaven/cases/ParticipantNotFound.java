package com.faultmaven.cases;

import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** The case is not shared with that user. */
public final class ParticipantNotFound extends Refusal {

  private ParticipantNotFound(String detail) {
    super(CaseProblem.PARTICIPANT_NOT_FOUND, detail);
  }

  static ParticipantNotFound of(CaseId id, UserId user) {
    return new ParticipantNotFound(
        "Case " + id + " is not shared with user " + shown(user.value()) + ".");
  }
}
