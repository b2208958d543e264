package com.faultmaven.identity.web;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems that OAuth alone knows. */
enum OAuthProblem implements ProblemType {
  ACCESS_DENIED(400, "Access denied"),
  UNSUPPORTED_GRANT_TYPE(400, "Unsupported grant type"),
  UNSUPPORTED_RESPONSE_TYPE(400, "Unsupported response type");

  private final int status;
  private final String title;

  OAuthProblem(int status, String title) {
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
