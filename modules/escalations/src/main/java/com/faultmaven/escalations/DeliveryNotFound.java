package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** The case has no such mail, or it is not kept. */
public final class DeliveryNotFound extends Refusal {

  private DeliveryNotFound(String detail) {
    super(EscalationProblem.DELIVERY_NOT_FOUND, detail);
  }

  static DeliveryNotFound named(String id) {
    return new DeliveryNotFound("The case has no delivery " + shown(id) + ".");
  }

  static DeliveryNotFound withoutMessage(DeliveryId id) {
    return new DeliveryNotFound(
        "The mail of delivery " + id + " was never made, or is kept no more.");
  }
}
