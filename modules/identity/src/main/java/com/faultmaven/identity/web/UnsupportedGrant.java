package com.faultmaven.identity.web;

import com.faultmaven.kernel.Refusal;

/** Tokens are asked for by a proof that is not taken here. */
final class UnsupportedGrant extends Refusal {

  private UnsupportedGrant(String detail) {
    super(OAuthProblem.UNSUPPORTED_GRANT_TYPE, detail);
  }

  static UnsupportedGrant otherThan(String... known) {
    return new UnsupportedGrant("A grant_type taken here is " + String.join(" or ", known) + ".");
  }
}
