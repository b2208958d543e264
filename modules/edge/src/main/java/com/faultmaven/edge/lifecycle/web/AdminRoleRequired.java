package com.faultmaven.edge.lifecycle.web;

import com.faultmaven.edge.Caller;
import com.faultmaven.edge.ProblemType;
import com.faultmaven.edge.Refusal;

/** Only administrators may do this. */
final class AdminRoleRequired extends Refusal {

  private AdminRoleRequired() {
    super(ProblemType.PERMISSION_DENIED, "This needs the role admin.");
  }

  /** Lets administrators pass. */
  static void of(Caller caller) {
    if (!caller.isAdmin()) {
      throw new AdminRoleRequired();
    }
  }
}
