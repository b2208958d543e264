package com.faultmaven.identity;

import com.faultmaven.kernel.Refusal;
import java.util.List;
import java.util.Map;

/** Somebody has to stay: the last administrator, or the last owner of an organization. */
public final class LastOfItsKind extends Refusal {

  private LastOfItsKind(IdentityProblem type, String detail, Map<String, Object> more) {
    super(type, detail, more);
  }

  static LastOfItsKind admin() {
    return new LastOfItsKind(
        IdentityProblem.LAST_ADMIN, "This is the last active administrator.", Map.of());
  }

  /** The last owner of organizations that have other members. */
  public static LastOfItsKind owner(List<String> organizations) {
    return new LastOfItsKind(
        IdentityProblem.LAST_OWNER,
        "The user is the last owner of organizations with other members.",
        Map.of("organizations", List.copyOf(organizations)));
  }
}
