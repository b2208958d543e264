package com.faultmaven.escalations;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** A case has as many targets as it can. */
public final class TooManyTargets extends Refusal {

  private TooManyTargets(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static TooManyTargets than(int most) {
    return new TooManyTargets("A case has at most " + most + " targets.");
  }
}
