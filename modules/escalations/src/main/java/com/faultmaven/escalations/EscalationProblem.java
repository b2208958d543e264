package com.faultmaven.escalations;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of letters. */
enum EscalationProblem implements ProblemType {
  TARGET_NOT_FOUND(404, "Target not found"),
  ESCALATION_NOT_FOUND(404, "Escalation not found"),
  DELIVERY_NOT_FOUND(404, "Delivery not found"),
  CONTACT_NOT_FOUND(404, "Contact not found"),
  RECENTLY_ESCALATED(409, "Recently escalated"),
  ESCALATION_SETTLED(409, "Escalation settled"),
  DELIVERY_NOT_RETRYABLE(409, "Delivery not retryable"),
  CHANNEL_UNAVAILABLE(409, "Channel unavailable"),
  NO_RECIPIENTS(422, "No recipients");

  private final int status;
  private final String title;

  EscalationProblem(int status, String title) {
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
