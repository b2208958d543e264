package com.faultmaven.web.idempotency;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** The first request with this key has not been answered yet. */
final class StillRunning extends Refusal {

  StillRunning() {
    super(
        CommonProblem.IDEMPOTENCY_IN_PROGRESS,
        "A request with this Idempotency-Key is still running. Try again in a moment.");
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "1");
  }
}
