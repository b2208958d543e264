package com.faultmaven.cases.sharing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** The case is not shared with that user. */
public final class ParticipantNotFound extends Refusal {

  private ParticipantNotFound(String detail) {
    super(SharingProblem.PARTICIPANT_NOT_FOUND, detail);
  }

  static ParticipantNotFound of(CaseId id, UserId user) {
    return new ParticipantNotFound(
        "Case " + id + " is not shared with user " + shown(user.value()) + ".");
  }
}
