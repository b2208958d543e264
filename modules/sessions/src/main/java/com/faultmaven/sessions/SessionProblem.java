package com.faultmaven.sessions;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of sessions. */
enum SessionProblem implements ProblemType {
  SESSION_NOT_FOUND(404, "Session not found"),
  SESSION_ARCHIVED(409, "Session archived");

  private final int status;
  private final String title;

  SessionProblem(int status, String title) {
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
