package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** Nothing of a letter waits to be sent any more. */
public final class EscalationSettled extends Refusal {

  private EscalationSettled(String detail) {
    super(EscalationProblem.ESCALATION_SETTLED, detail);
  }

  static EscalationSettled now() {
    return new EscalationSettled("Nothing of this escalation waits to be sent.");
  }
}
