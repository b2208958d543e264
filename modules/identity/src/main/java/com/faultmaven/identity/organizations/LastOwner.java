package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** Somebody has to own an organization. */
final class LastOwner extends Refusal {

  private LastOwner(String detail, Map<String, Object> more) {
    super(OrganizationProblem.LAST_OWNER, detail, more);
  }

  static LastOwner stays() {
    return new LastOwner("The last owner of an organization stays one.", Map.of());
  }

  /** A user who wants to be deleted owns these alone, and there are others in them. */
  static LastOwner of(List<String> organizations) {
    return new LastOwner(
        "The user is the last owner of organizations with other members.",
        Map.of("organizations", List.copyOf(organizations)));
  }
}
