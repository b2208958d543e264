package com.faultmaven.identity.signins;

import com.faultmaven.kernel.Refusal;

/** The caller has no such live sign-in. */
public final class SignInNotFound extends Refusal {

  private SignInNotFound(String id) {
    super(SignInProblem.SIGN_IN_NOT_FOUND, "You have no sign-in " + shown(id) + ".");
  }

  /** The one of this id. */
  public static SignInNotFound of(String id) {
    return new SignInNotFound(id);
  }
}
