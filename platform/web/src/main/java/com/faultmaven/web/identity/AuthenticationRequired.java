package com.faultmaven.web.identity;

import com.faultmaven.kernel.CommonProblem;
import com.faultmaven.kernel.Refusal;
import com.faultmaven.kernel.UserId;
import java.util.Map;

/** Credentials are missing or bad; never said for any other reason, because it logs people out. */
final class AuthenticationRequired extends Refusal {

  private final String challenge;

  private AuthenticationRequired(String detail, String challenge) {
    super(CommonProblem.AUTHENTICATION_REQUIRED, detail);
    this.challenge = challenge;
  }

  static AuthenticationRequired noUser() {
    return new AuthenticationRequired(
        "The request does not say who makes it: X-User-ID is missing.", "Bearer");
  }

  static AuthenticationRequired notFromGateway() {
    return new AuthenticationRequired(
        "The request does not come from the gateway, which alone may say who makes it.", "Bearer");
  }

  static AuthenticationRequired noToken() {
    return new AuthenticationRequired("The request carries no bearer token.", "Bearer");
  }

  static AuthenticationRequired badToken() {
    return new AuthenticationRequired(
        "The bearer token is not valid or has expired.", "Bearer error=\"invalid_token\"");
  }

  static AuthenticationRequired deletedUser() {
    return new AuthenticationRequired(
        UserId.DELETED + " stands for users whose data is deleted; nobody calls under this name.",
        "Bearer");
  }

  @Override
  public Map<String, String> headers() {
    return Map.of("WWW-Authenticate", challenge);
  }
}
