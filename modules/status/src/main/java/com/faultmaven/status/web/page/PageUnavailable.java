package com.faultmaven.status.web.page;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** A page cannot be shown at the moment, and there is no earlier copy of it. */
final class PageUnavailable extends Refusal {

  private PageUnavailable() {
    super(
        CommonProblem.SERVICE_UNAVAILABLE,
        "This page cannot be shown at the moment. Try again shortly.");
  }

  static PageUnavailable forNow() {
    return new PageUnavailable();
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "5");
  }
}
