package com.faultmaven.cases.sharing;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of sharing. */
enum SharingProblem implements ProblemType {
  PARTICIPANT_NOT_FOUND(404, "Participant not found");

  private final int status;
  private final String title;

  SharingProblem(int status, String title) {
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
