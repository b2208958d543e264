package com.faultmaven.identity.authorization;

import com.faultmaven.kernel.Refusal;

/** The code is not valid any more, never was, or is another client's; the same words for all. */
public final class InvalidCode extends Refusal {

  private InvalidCode() {
    super(AuthorizationProblem.INVALID_GRANT, "The code is not valid. Sign in again.");
  }

  /** Whatever is wrong with it. */
  public static InvalidCode refused() {
    return new InvalidCode();
  }
}
