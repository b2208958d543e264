package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** The case has no such target. */
public final class TargetNotFound extends Refusal {

  private TargetNotFound(String detail) {
    super(EscalationProblem.TARGET_NOT_FOUND, detail);
  }

  static TargetNotFound named(String id) {
    return new TargetNotFound("The case has no target " + shown(id) + ".");
  }
}
