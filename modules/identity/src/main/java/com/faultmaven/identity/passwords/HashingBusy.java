package com.faultmaven.identity.passwords;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/**
 * More people sign in than there are processors to check their passwords. It is not a 503, of which
 * five in a row would have a gateway turn everybody away.
 */
final class HashingBusy extends Refusal {

  HashingBusy() {
    super(
        CommonProblem.TOO_MANY_REQUESTS,
        "Too many people are signing in at this moment; nothing was done. Try again shortly.");
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "5");
  }
}
