package com.faultmaven.identity;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of accounts. */
enum IdentityProblem implements ProblemType {
  INVALID_CREDENTIALS(401, "Invalid credentials"),
  ACCOUNT_DISABLED(403, "Account disabled"),
  REGISTRATION_CLOSED(403, "Registration closed"),
  USER_EXISTS(409, "User exists"),
  LAST_ADMIN(409, "Last administrator");

  private final int status;
  private final String title;

  IdentityProblem(int status, String title) {
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
