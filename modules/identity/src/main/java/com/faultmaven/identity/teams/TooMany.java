package com.faultmaven.identity.teams;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** There is no room for one more. */
final class TooMany extends Refusal {

  private TooMany(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static TooMany teams(int most) {
    return new TooMany("An organization has " + most + " teams at most.");
  }

  static TooMany members(int most) {
    return new TooMany("A team has " + most + " members at most.");
  }

  static TooMany memberships(int most) {
    return new TooMany("A user is in " + most + " teams at most.");
  }
}
