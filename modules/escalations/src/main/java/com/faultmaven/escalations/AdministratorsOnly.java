package com.faultmaven.escalations;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import java.util.Set;

/** The caller may not keep the directory of the organization. */
public final class AdministratorsOnly extends Refusal {

  private static final Set<String> KEEPERS = Set.of("owner", "admin");

  private AdministratorsOnly() {
    super(
        CommonProblem.PERMISSION_DENIED,
        "Contacts are for administrators, and for owners and admins of the organization.");
  }

  /** Lets administrators pass, and owners and admins of the organization the caller acts for. */
  static void require(Caller caller) {
    String role = caller.organizationRole();
    if (!caller.isAdmin() && (role == null || !KEEPERS.contains(role))) {
      throw new AdministratorsOnly();
    }
  }
}
