package com.faultmaven.identity.roles;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** The caller sees it and may not do this. */
public final class NotPermitted extends Refusal {

  private NotPermitted(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  /** It takes a permission that the caller's role does not have. */
  public static NotPermitted without(Permission permission) {
    return new NotPermitted(
        "Your role does not have the permission " + permission.word() + " here.");
  }

  /** It is for those who operate the installation. */
  public static NotPermitted withoutTheRoleAdmin(String what) {
    return new NotPermitted(what + " is up to administrators of the installation.");
  }
}
