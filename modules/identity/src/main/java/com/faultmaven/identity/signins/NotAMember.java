package com.faultmaven.identity.signins;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.Refusal;

/** A sign-in cannot act for an organization that its user does not belong to. */
final class NotAMember extends Refusal {

  NotAMember(OrganizationId organization) {
    super(
        SignInProblem.ORGANIZATION_NOT_FOUND,
        "There is no organization " + shown(organization.value()) + " that you belong to.");
  }
}
