package com.faultmaven.escalations;

import com.faultmaven.kernel.Refusal;

/** A mail is not to be sent again. */
public final class DeliveryNotRetryable extends Refusal {

  private DeliveryNotRetryable(String detail) {
    super(EscalationProblem.DELIVERY_NOT_RETRYABLE, detail);
  }

  static DeliveryNotRetryable becauseItIs(String status) {
    return new DeliveryNotRetryable("A delivery that is " + status + " is not tried again.");
  }
}
