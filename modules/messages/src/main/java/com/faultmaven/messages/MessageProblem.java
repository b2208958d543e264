package com.faultmaven.messages;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of messages. */
enum MessageProblem implements ProblemType {
  MESSAGE_NOT_FOUND(404, "Message not found");

  private final int status;
  private final String title;

  MessageProblem(int status, String title) {
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
