package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** The user is no member, whether there is such a user or not. */
public final class MemberNotFound extends Refusal {

  private MemberNotFound(String detail) {
    super(OrganizationProblem.MEMBER_NOT_FOUND, detail);
  }

  /** This one. */
  public static MemberNotFound of(UserId user) {
    return new MemberNotFound("There is no member " + shown(user.value()) + ".");
  }
}
