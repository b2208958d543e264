package com.faultmaven.web.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Name;
import com.faultmaven.kernel.Refusal;

/**
 * A header that may say one thing says two: one of them is forged, or a comma stands in what was
 * meant to be one id.
 */
final class ConflictingIdentity extends Refusal {

  private ConflictingIdentity(String detail) {
    super(CommonProblem.CONFLICTING_IDENTITY, detail);
  }

  static ConflictingIdentity in(String header) {
    return new ConflictingIdentity(
        header + " was sent with two different values. One id " + Name.RULE + ".");
  }

  static ConflictingIdentity withToken() {
    return new ConflictingIdentity("X-User-ID and the bearer token name different users.");
  }
}
