package com.faultmaven.identity.web;

import com.faultmaven.kernel.Refusal;

/** A client gets nothing of what it asked for. */
final class NotApproved extends Refusal {

  private NotApproved(OAuthProblem type, String detail) {
    super(type, detail);
  }

  static NotApproved byPerson() {
    return new NotApproved(OAuthProblem.ACCESS_DENIED, "The person said no.");
  }

  static NotApproved otherThan(String known) {
    return new NotApproved(
        OAuthProblem.UNSUPPORTED_RESPONSE_TYPE,
        "The only response_type taken here is " + known + ".");
  }
}
