package com.faultmaven.web.ratelimits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** Somebody does something too often. */
public final class RateLimited extends Refusal {

  private final Allowance allowance;

  private RateLimited(Allowance allowance) {
    super(
        CommonProblem.RATE_LIMITED,
        "More than %s in %s s are not allowed; nothing was done. Try again in %s s."
            .formatted(
                allowance.limit().rate().permits(),
                allowance.limit().rate().period().toSeconds(),
                allowance.retryAfter()));
    this.allowance = allowance;
  }

  static RateLimited by(Allowance allowance) {
    return new RateLimited(allowance);
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", Long.toString(allowance.retryAfter()));
  }
}
