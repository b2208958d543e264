package com.faultmaven.identity.teams;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of teams. */
enum TeamProblem implements ProblemType {
  TEAM_NOT_FOUND(404, "Team not found"),
  NAME_TAKEN(409, "Name taken");

  private final int status;
  private final String title;

  TeamProblem(int status, String title) {
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
