package com.faultmaven.status.subscriptions;

import com.faultmaven.kernel.Refusal;

/** The subscription has no such delivery. */
public final class DeliveryNotFound extends Refusal {

  private DeliveryNotFound(DeliveryId id) {
    super(SubscriptionProblem.DELIVERY_NOT_FOUND, "Delivery with id '" + id + "' does not exist.");
  }

  static DeliveryNotFound of(DeliveryId id) {
    return new DeliveryNotFound(id);
  }
}
