package com.faultmaven.reports.matching;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of matches. */
enum MatchProblem implements ProblemType {
  MATCH_NOT_FOUND(404, "Match not found"),
  MATCH_SETTLED(409, "Match settled");

  private final int status;
  private final String title;

  MatchProblem(int status, String title) {
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
