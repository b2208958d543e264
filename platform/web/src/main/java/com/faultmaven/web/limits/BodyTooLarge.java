package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Locale;

/** The request body is larger than anything here needs. */
final class BodyTooLarge extends Refusal {

  private BodyTooLarge(long limit) {
    super(
        CommonProblem.BODY_TOO_LARGE,
        String.format(
            Locale.ROOT, "The request body is larger than the %,d bytes allowed.", limit));
  }

  static BodyTooLarge over(long limit) {
    return new BodyTooLarge(limit);
  }
}
