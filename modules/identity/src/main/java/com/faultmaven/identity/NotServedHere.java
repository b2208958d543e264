package com.faultmaven.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;

/** An operation that this installation does not have. */
public final class NotServedHere extends Refusal {

  private NotServedHere(String detail) {
    super(CommonProblem.ROUTE_NOT_FOUND, detail);
  }

  static NotServedHere passwordless() {
    return new NotServedHere("Every account of this installation has a password.");
  }

  static NotServedHere accounts() {
    return new NotServedHere("Accounts are not kept in this installation.");
  }

  static NotServedHere mail() {
    return new NotServedHere("This installation sends no mail.");
  }

  static NotServedHere tokens() {
    return new NotServedHere("This installation issues no tokens.");
  }
}
