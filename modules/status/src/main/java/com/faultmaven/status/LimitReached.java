package com.faultmaven.status;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** There are as many as there can be. */
public final class LimitReached extends Refusal {

  private LimitReached(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static LimitReached ofServices(int most) {
    return new LimitReached("An organization has at most " + most + " services.");
  }

  static LimitReached ofActiveIncidents(int most) {
    return new LimitReached("An organization has at most " + most + " active incidents.");
  }

  static LimitReached ofUpdates(int most) {
    return new LimitReached("An incident has at most " + most + " updates.");
  }

  static LimitReached ofCases(int most) {
    return new LimitReached("An incident is worked on in at most " + most + " cases.");
  }

  public static LimitReached ofSubscriptions(int most) {
    return new LimitReached("An organization has at most " + most + " subscriptions.");
  }

  static LimitReached ofMaintenances(int most) {
    return new LimitReached(
        "An organization has at most " + most + " maintenances that have not ended.");
  }
}
