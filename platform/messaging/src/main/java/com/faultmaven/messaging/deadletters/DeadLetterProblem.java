package com.faultmaven.messaging.deadletters;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of dead letters. */
enum DeadLetterProblem implements ProblemType {
  DEAD_LETTER_NOT_FOUND(404, "Dead letter not found"),
  DEAD_LETTER_ALREADY_SETTLED(409, "Dead letter already settled");

  private final int status;
  private final String title;

  DeadLetterProblem(int status, String title) {
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
