package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;

/** Nobody may register here. */
public final class RegistrationClosed extends Refusal {

  RegistrationClosed() {
    super(
        IdentityProblem.REGISTRATION_CLOSED,
        "Nobody may register here. Ask an administrator for an account.");
  }
}
