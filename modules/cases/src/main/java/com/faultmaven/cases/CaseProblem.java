package com.faultmaven.cases;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of cases. */
enum CaseProblem implements ProblemType {
  CASE_NOT_FOUND(404, "Case not found"),
  CASE_CLOSED(409, "Case closed"),
  CASE_ARCHIVED(409, "Case archived");

  private final int status;
  private final String title;

  CaseProblem(int status, String title) {
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
