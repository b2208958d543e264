package com.faultmaven.kernel;

/** The caller has none of the roles this is for. */
public final class RoleRequired extends Refusal {

  private RoleRequired(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  /** Lets administrators pass. */
  public static void admin(Caller caller) {
    if (!caller.isAdmin()) {
      throw new RoleRequired("This needs the role admin.");
    }
  }

  /** Lets administrators and other services pass. */
  public static void adminOrService(Caller caller) {
    if (!caller.isAdmin() && !caller.isService()) {
      throw new RoleRequired("This needs the role admin or service.");
    }
  }
}
