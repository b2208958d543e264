package com.faultmaven.identity.signins;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of sign-ins. */
enum SignInProblem implements ProblemType {
  INVALID_REFRESH_TOKEN(401, "Invalid refresh token"),
  SIGN_IN_NOT_FOUND(404, "Sign-in not found");

  private final int status;
  private final String title;

  SignInProblem(int status, String title) {
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
