package com.faultmaven.reports;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** There are as many as there can be. */
public final class LimitReached extends Refusal {

  private LimitReached(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static LimitReached ofAnalyses(int most) {
    return new LimitReached("A report has at most " + most + " analyses.");
  }

  static LimitReached ofNumbers() {
    return new LimitReached("There is no number left for another report.");
  }
}
