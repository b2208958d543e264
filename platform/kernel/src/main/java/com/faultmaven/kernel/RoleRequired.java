package com.faultmaven.kernel;

import java.util.Collection;
import java.util.Collections;

/** The caller has none of the roles this is for. */
public final class RoleRequired extends Refusal {

  private RoleRequired(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  /**
   * Lets whoever has one of these roles pass.
   *
   * @param roles none if it is for everybody
   */
  public static void ofAny(Collection<String> roles, Caller caller) {
    if (!roles.isEmpty() && Collections.disjoint(roles, caller.roles())) {
      throw new RoleRequired("This needs the role " + String.join(" or ", roles) + ".");
    }
  }
}
