package com.faultmaven.status.page;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of public pages. */
enum PageProblem implements ProblemType {
  PAGE_NOT_FOUND(404, "Page not found");

  private final int status;
  private final String title;

  PageProblem(int status, String title) {
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
