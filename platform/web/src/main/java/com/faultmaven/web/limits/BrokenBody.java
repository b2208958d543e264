package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The request body ends before its end, or is not framed as HTTP says. */
final class BrokenBody extends Refusal {

  BrokenBody() {
    super(CommonProblem.MALFORMED_BODY, "The request body breaks off or cannot be read.");
  }
}
