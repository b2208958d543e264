package com.faultmaven.escalations;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** An organization has as many contacts as it can. */
public final class TooManyContacts extends Refusal {

  private TooManyContacts(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static TooManyContacts than(int most) {
    return new TooManyContacts("An organization has at most " + most + " contacts.");
  }
}
