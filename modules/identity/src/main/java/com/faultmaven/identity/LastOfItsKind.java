package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;

/** Somebody has to stay: the last administrator. */
public final class LastOfItsKind extends Refusal {

  private LastOfItsKind(String detail) {
    super(IdentityProblem.LAST_ADMIN, detail);
  }

  static LastOfItsKind admin() {
    return new LastOfItsKind("This is the last active administrator.");
  }
}
