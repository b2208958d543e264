package com.faultmaven.web.cors;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** A web page from elsewhere asks for what only the configured ones may. */
final class OriginRefused extends Refusal {

  OriginRefused() {
    super(
        CommonProblem.PERMISSION_DENIED,
        "Pages from this origin may not make this request: origin, method or header is not allowed.");
  }
}
