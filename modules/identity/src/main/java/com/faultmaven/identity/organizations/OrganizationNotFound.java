package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.Refusal;

/** There is no such organization, or none that the caller can see: they look the same. */
public final class OrganizationNotFound extends Refusal {

  private OrganizationNotFound(String detail) {
    super(OrganizationProblem.ORGANIZATION_NOT_FOUND, detail);
  }

  /** The one of this id. */
  public static OrganizationNotFound of(OrganizationId id) {
    return new OrganizationNotFound(
        "There is no organization " + shown(id.value()) + " that you can see.");
  }

  /** The one of this slug. */
  public static OrganizationNotFound called(String slug) {
    return new OrganizationNotFound("There is no organization " + shown(slug) + " for you to see.");
  }

  /** The one of this id, for somebody who wants to act for it. */
  public static OrganizationNotFound toActFor(OrganizationId id) {
    return new OrganizationNotFound(
        "There is no organization " + shown(id.value()) + " that you belong to.");
  }
}
