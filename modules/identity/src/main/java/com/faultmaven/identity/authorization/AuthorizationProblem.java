package com.faultmaven.identity.authorization;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of clients that people sign in on. */
enum AuthorizationProblem implements ProblemType {
  INVALID_GRANT(400, "Invalid grant"),
  UNAUTHORIZED_CLIENT(400, "Unauthorized client");

  private final int status;
  private final String title;

  AuthorizationProblem(int status, String title) {
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
