package com.faultmaven.identity.signins;

import com.faultmaven.kernel.ProblemType;
import com.faultmaven.kernel.Refusal;

/** The refresh token is not valid any more, or never was; the same words for both. */
public final class InvalidRefreshToken extends Refusal {

  private InvalidRefreshToken(ProblemType type) {
    super(type, "The refresh token is not valid. Sign in again.");
  }

  static InvalidRefreshToken refused() {
    return new InvalidRefreshToken(SignInProblem.INVALID_REFRESH_TOKEN);
  }
}
