package com.faultmaven.identity.organizations;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of organizations. */
enum OrganizationProblem implements ProblemType {
  ORGANIZATION_NOT_FOUND(404, "Organization not found"),
  MEMBER_NOT_FOUND(404, "Member not found"),
  SLUG_TAKEN(409, "Slug taken"),
  MEMBER_EXISTS(409, "Member exists"),
  LAST_OWNER(409, "Last owner");

  private final int status;
  private final String title;

  OrganizationProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}
