package com.faultmaven.identity.authorization;

import com.faultmaven.kernel.Refusal;

/** Nobody has listed the client. */
final class UnauthorizedClient extends Refusal {

  private UnauthorizedClient(String detail) {
    super(AuthorizationProblem.UNAUTHORIZED_CLIENT, detail);
  }

  static UnauthorizedClient of(String id) {
    return new UnauthorizedClient("Nobody signs in here on a client " + shown(id) + ".");
  }
}
