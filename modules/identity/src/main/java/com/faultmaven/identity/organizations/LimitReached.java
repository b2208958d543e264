package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** There is no room for one more. */
final class LimitReached extends Refusal {

  private LimitReached(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static LimitReached ofOwned(int most) {
    return new LimitReached("A user owns " + most + " organizations at most.");
  }

  static LimitReached ofMemberships(int most) {
    return new LimitReached("A user belongs to " + most + " organizations at most.");
  }

  static LimitReached ofMembers(int most) {
    return new LimitReached(
        "The organization may have " + most + " members at most, and there is no room left.");
  }
}
