package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** The case has no such letter. */
public final class EscalationNotFound extends Refusal {

  private EscalationNotFound(String detail) {
    super(EscalationProblem.ESCALATION_NOT_FOUND, detail);
  }

  static EscalationNotFound named(String id) {
    return new EscalationNotFound("The case has no escalation " + shown(id) + ".");
  }
}
