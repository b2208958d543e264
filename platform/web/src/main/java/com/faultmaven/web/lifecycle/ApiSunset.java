package com.faultmaven.web.lifecycle;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** This version of the API has ended; never said by a 5xx, which would stop the gateway. */
final class ApiSunset extends Refusal {

  private ApiSunset(String detail) {
    super(CommonProblem.API_SUNSET, detail);
  }

  static ApiSunset of(EndingVersion version, String successor) {
    return new ApiSunset(
        "API %s has ended on %s. Its successor is %s; %s says how to move."
            .formatted(version.name(), version.sunset(), successor, version.guide()));
  }
}
