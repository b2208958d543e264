package com.faultmaven.web.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.Refusal;

/** The caller may not act for the organization; the same whether there is one or not. */
final class OrganizationDenied extends Refusal {

  private OrganizationDenied(String detail) {
    super(CommonProblem.PERMISSION_DENIED, detail);
  }

  static OrganizationDenied to(OrganizationId organization) {
    return new OrganizationDenied(
        "You do not belong to the organization " + shown(organization.value()) + ".");
  }
}
