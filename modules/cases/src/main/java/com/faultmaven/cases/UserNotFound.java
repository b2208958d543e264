package com.faultmaven.cases;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** No such user, or none this caller may ask about: the two look the same. */
public final class UserNotFound extends Refusal {

  private UserNotFound(UserId user) {
    super(CommonProblem.USER_NOT_FOUND, "User " + shown(user.value()) + " not found");
  }

  /** For any context that tells of users and what they own. */
  public static UserNotFound of(UserId user) {
    return new UserNotFound(user);
  }
}
