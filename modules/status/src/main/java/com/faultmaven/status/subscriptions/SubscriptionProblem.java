package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.ProblemType;

/** The kinds of problems of subscriptions. */
enum SubscriptionProblem implements ProblemType {
  SUBSCRIPTION_NOT_FOUND(404, "Subscription not found"),
  DELIVERY_NOT_FOUND(404, "Delivery not found"),
  CHANNEL_UNAVAILABLE(409, "Channel unavailable");

  private final int status;
  private final String title;

  SubscriptionProblem(int status, String title) {
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
