package com.faultmaven.tags;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** A case cannot have that many tags. */
public final class TooManyTags extends Refusal {

  private TooManyTags(String detail) {
    super(CommonProblem.LIMIT_REACHED, detail);
  }

  static TooManyTags of(int wanted, int most) {
    return new TooManyTags(
        "A case has at most " + most + " tags; this one would have " + wanted + ".");
  }
}
