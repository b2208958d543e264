package com.faultmaven.edge.identity;

import com.faultmaven.edge.Name;
import com.faultmaven.edge.ProblemType;
import com.faultmaven.edge.Refusal;

/**
 * A header that may say one thing says two: one of them is forged, or a comma stands in what was
 * meant to be one id.
 */
final class ConflictingIdentity extends Refusal {

  private ConflictingIdentity(String header) {
    super(
        ProblemType.CONFLICTING_IDENTITY,
        header + " was sent with two different values. One id " + Name.RULE + ".");
  }

  static ConflictingIdentity in(String header) {
    return new ConflictingIdentity(header);
  }
}
