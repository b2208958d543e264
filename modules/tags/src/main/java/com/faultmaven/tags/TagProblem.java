package com.faultmaven.tags;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of tags. */
enum TagProblem implements ProblemType {
  TAG_NOT_FOUND(404, "Tag not found");

  private final int status;
  private final String title;

  TagProblem(int status, String title) {
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
