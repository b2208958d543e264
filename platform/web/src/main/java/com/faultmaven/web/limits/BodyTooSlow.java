package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.time.Duration;
import java.util.Locale;

/** The request body takes too long to arrive. */
final class BodyTooSlow extends Refusal {

  private BodyTooSlow(String detail, Duration deadline) {
    super(
        CommonProblem.REQUEST_TIMEOUT,
        String.format(Locale.ROOT, detail, Math.max(deadline.toSeconds(), 1)));
  }

  static BodyTooSlow after(Duration deadline) {
    return new BodyTooSlow(
        "The request body was not there within %d seconds; nothing was done.", deadline);
  }

  static BodyTooSlow whileStreamed(Duration deadline) {
    return new BodyTooSlow(
        "The request body stopped coming, or was not there within %d seconds.", deadline);
  }
}
