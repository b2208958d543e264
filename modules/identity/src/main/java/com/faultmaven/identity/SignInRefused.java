package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;

/** Somebody may not sign in. Whether a name is known is not told. */
public final class SignInRefused extends Refusal {

  private SignInRefused(IdentityProblem type, String detail) {
    super(type, detail);
  }

  static SignInRefused invalidCredentials() {
    return new SignInRefused(
        IdentityProblem.INVALID_CREDENTIALS, "The name or the password is wrong.");
  }

  static SignInRefused disabled() {
    return new SignInRefused(IdentityProblem.ACCOUNT_DISABLED, "The account is deactivated.");
  }
}
