package com.faultmaven.web.limits;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Map;

/** Everybody together asks for more than can be done now. */
final class Overloaded extends Refusal {

  private Overloaded(String detail) {
    super(CommonProblem.SERVICE_UNAVAILABLE, detail);
  }

  static Overloaded bodies() {
    return new Overloaded(
        "The service is reading as much as it can hold; nothing was done. Try again shortly.");
  }

  static Overloaded requests() {
    return new Overloaded(
        "The service has too many requests at work; nothing was done. Try again shortly.");
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("Retry-After", "1");
  }
}
