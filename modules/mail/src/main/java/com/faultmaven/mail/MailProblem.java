package com.faultmaven.mail;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of mail. */
enum MailProblem implements ProblemType {
  SUPPRESSION_NOT_FOUND(404, "Suppression not found"),
  TOKEN_NOT_FOUND(404, "Token not found");

  private final int status;
  private final String title;

  MailProblem(int status, String title) {
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
