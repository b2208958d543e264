package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;

/** The username or the email is taken; which of them is not told. */
public final class UserExists extends Refusal {

  UserExists() {
    super(IdentityProblem.USER_EXISTS, "The username or the email is taken.");
  }
}
