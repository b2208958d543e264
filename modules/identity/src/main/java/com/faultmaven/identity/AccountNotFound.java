package com.faultmaven.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** There is no such user that the caller can see. */
public final class AccountNotFound extends Refusal {

  private AccountNotFound(String detail) {
    super(CommonProblem.USER_NOT_FOUND, detail);
  }

  /** The one of this id. */
  public static AccountNotFound of(UserId user) {
    return new AccountNotFound("There is no user " + shown(user.value()) + " that you can see.");
  }

  /** The caller is known by a gateway and has no account here. */
  static AccountNotFound ofCaller(UserId user) {
    return new AccountNotFound("You, " + shown(user.value()) + ", have no account here.");
  }
}
