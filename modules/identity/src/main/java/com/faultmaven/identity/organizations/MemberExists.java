package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;

/** The user is a member already. */
public final class MemberExists extends Refusal {

  private MemberExists(String detail) {
    super(OrganizationProblem.MEMBER_EXISTS, detail);
  }

  /** This one. */
  public static MemberExists as(UserId user) {
    return new MemberExists(shown(user.value()) + " is a member already.");
  }
}
