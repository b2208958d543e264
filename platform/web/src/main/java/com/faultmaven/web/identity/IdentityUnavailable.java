package com.faultmaven.web.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/**
 * The keys that tokens are checked with cannot be fetched, so nobody can be let in or turned away.
 */
final class IdentityUnavailable extends Refusal {

  private IdentityUnavailable() {
    super(
        CommonProblem.SERVICE_UNAVAILABLE,
        "Bearer tokens cannot be checked now. Try again shortly.");
  }

  static IdentityUnavailable noKeys() {
    return new IdentityUnavailable();
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "5");
  }
}
