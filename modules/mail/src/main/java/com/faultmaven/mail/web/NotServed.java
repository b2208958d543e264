package com.faultmaven.mail.web;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** Nobody configured what this address needs. */
final class NotServed extends Refusal {

  NotServed() {
    super(CommonProblem.ROUTE_NOT_FOUND, "There is nothing at this address.");
  }
}
