package com.faultmaven.cases.sharing;

import com.faultmaven.cases.CaseId;
import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The case is shared with as many people as a case can be. */
public final class TooManyParticipants extends Refusal {

  private TooManyParticipants(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static TooManyParticipants in(CaseId id, int most) {
    return new TooManyParticipants(
        "Case " + id + " is shared with " + most + " people already, which is the most.");
  }
}
