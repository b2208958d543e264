package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;

/** The installation would have no active administrator. */
public final class LastAdministrator extends Refusal {

  private LastAdministrator(String detail) {
    super(IdentityProblem.LAST_ADMIN, detail);
  }

  static LastAdministrator refused() {
    return new LastAdministrator("This is the last active administrator.");
  }
}
