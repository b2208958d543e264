package com.faultmaven.identity.web;

import com.faultmaven.contracts.oauth.v1.api.AuthorizationParameters;
import com.faultmaven.contracts.oauth.v1.model.AuthorizationAnswer;
import com.faultmaven.contracts.oauth.v1.model.AuthorizingUser;
import com.faultmaven.contracts.oauth.v1.model.Consent;
import com.faultmaven.contracts.oauth.v1.model.TokenRequest;
import com.faultmaven.identity.User;
import com.faultmaven.identity.authorization.AuthorizationRequest;
import com.faultmaven.identity.authorization.PresentedCode;
import com.faultmaven.kernel.InvalidRequest;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Reads what clients ask people for, and shows it to them. */
final class AuthorizationForms {

  static final String METHOD = "S256";
  private static final String CODE = "code";

  private AuthorizationForms() {}

  static AuthorizationRequest request(AuthorizationParameters wanted) {
    if (!wanted.responseType().equals(CODE)) {
      throw NotApproved.otherThan(CODE);
    }
    requireMethod(wanted.codeChallengeMethod());
    return new AuthorizationRequest(
        wanted.clientId(), wanted.redirectUri(), wanted.codeChallenge());
  }

  static AuthorizationRequest request(AuthorizationAnswer answer) {
    requireMethod(answer.getCodeChallengeMethod().orElse(null));
    return new AuthorizationRequest(
        answer.getClientId(), answer.getRedirectUri(), answer.getCodeChallenge());
  }

  static PresentedCode code(TokenRequest request) {
    return new PresentedCode(
        required(request.getCode(), CODE),
        request.getClientId(),
        required(request.getRedirectUri(), "redirect_uri"),
        required(request.getCodeVerifier(), "code_verifier"));
  }

  /** What a grant needs and another does not. */
  static String required(JsonNullable<String> member, String name) {
    String value = member.orElse(null);
    if (value == null || value.isEmpty()) {
      throw InvalidRequest.body("/" + name, "required", name + " is required.");
    }
    return value;
  }

  static Consent shown(AuthorizationParameters wanted, User user) {
    return new Consent()
        .clientId(wanted.clientId())
        .redirectUri(wanted.redirectUri())
        .scope(wanted.scope() == null ? "" : wanted.scope())
        .state(wanted.state())
        .codeChallenge(wanted.codeChallenge())
        .codeChallengeMethod(METHOD)
        .userId(user.id().value())
        .username(user.username())
        .user(
            new AuthorizingUser()
                .userId(user.id().value())
                .username(user.username())
                .email(user.email())
                .displayName(user.displayName()));
  }

  private static void requireMethod(@Nullable String method) {
    if (method != null && !method.isEmpty() && !method.equals(METHOD)) {
      throw InvalidRequest.parameter(
          "code_challenge_method", "not_allowed", "code_challenge_method is " + METHOD + ".");
    }
  }
}
