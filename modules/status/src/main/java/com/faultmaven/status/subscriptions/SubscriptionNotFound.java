package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.Refusal;

/** No such subscription, or somebody else's: they look the same. */
public final class SubscriptionNotFound extends Refusal {

  private SubscriptionNotFound(SubscriptionId id) {
    super(
        SubscriptionProblem.SUBSCRIPTION_NOT_FOUND,
        "Subscription with id '" + id + "' does not exist.");
  }

  static SubscriptionNotFound of(SubscriptionId id) {
    return new SubscriptionNotFound(id);
  }
}
