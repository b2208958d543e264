package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** There is no account of the user. */
public final class UnknownUser extends Refusal {

  private UnknownUser(String detail) {
    super(CommonProblem.USER_NOT_FOUND, detail);
  }

  /** Somebody who was to become a member. */
  static UnknownUser called(String name) {
    return new UnknownUser("There is no user " + shown(name) + " who can be added.");
  }

  /** The caller is known by a gateway and has no account here. */
  static UnknownUser caller(UserId user) {
    return new UnknownUser("You, " + shown(user.value()) + ", have no account here.");
  }
}
