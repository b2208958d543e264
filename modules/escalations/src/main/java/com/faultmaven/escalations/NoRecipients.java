package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** Nobody who is meant has an e-mail address. */
public final class NoRecipients extends Refusal {

  private NoRecipients(String detail) {
    super(EscalationProblem.NO_RECIPIENTS, detail);
  }

  static NoRecipients any() {
    return new NoRecipients("None of the targets has an e-mail address.");
  }
}
