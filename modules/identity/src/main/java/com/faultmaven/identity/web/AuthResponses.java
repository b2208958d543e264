package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.AuthConfig;
import com.faultmaven.contracts.identity.v1.model.AuthFeatures;
import com.faultmaven.contracts.identity.v1.model.DevTokens;
import com.faultmaven.contracts.identity.v1.model.LogoutResult;
import com.faultmaven.contracts.identity.v1.model.RefreshedTokens;
import com.faultmaven.contracts.identity.v1.model.Tokens;
import com.faultmaven.identity.AuthConfigQuery;
import com.faultmaven.identity.IssuedTokens;
import com.faultmaven.identity.Refresh;
import java.time.Duration;

/** Shows tokens and how to get them. */
final class AuthResponses {

  private static final String BEARER = "bearer";
  private static final String LOCAL = "local";
  private static final String OAUTH = "oauth";

  private AuthResponses() {}

  static AuthConfig config(AuthConfigQuery config) {
    return new AuthConfig()
        .authMode(config.redirects() ? OAUTH : LOCAL)
        .provider(LOCAL)
        .loginEndpoint(config.signsIn() ? "/api/v1/auth/login" : null)
        .registerEndpoint(config.registers() ? "/api/v1/auth/register" : null)
        .supportsRegistration(config.registers())
        .oauth(null)
        .loginUrl(null)
        .features(
            new AuthFeatures()
                .supportsRegistration(config.registers())
                .supportsPasswordReset(config.sendsMail())
                .supportsEmailVerification(config.sendsMail())
                .requiresRedirect(config.redirects()));
  }

  static Tokens tokens(IssuedTokens issued) {
    return new Tokens()
        .accessToken(issued.accessToken())
        .tokenType(BEARER)
        .expiresIn(seconds(issued.lifetime()))
        .refreshToken(issued.signIn().refreshToken())
        .refreshExpiresIn(seconds(issued.signIn().refreshLifetime()))
        .sessionId(issued.session().value())
        .user(UserResponses.profile(issued.user()));
  }

  static DevTokens devTokens(IssuedTokens issued) {
    return new DevTokens()
        .accessToken(issued.accessToken())
        .tokenType(BEARER)
        .expiresIn(seconds(issued.lifetime()))
        .refreshToken(issued.signIn().refreshToken())
        .refreshExpiresIn(seconds(issued.signIn().refreshLifetime()))
        .sessionId(issued.session().value())
        .expiresAt(issued.expiresAt().toEpochMilli())
        .user(UserResponses.profile(issued.user()));
  }

  static RefreshedTokens refreshed(Refresh.Tokens tokens) {
    return new RefreshedTokens()
        .accessToken(tokens.accessToken())
        .tokenType(BEARER)
        .expiresIn(seconds(tokens.lifetime()))
        .refreshToken(tokens.refreshToken())
        .refreshExpiresIn(seconds(tokens.refreshLifetime()));
  }

  static LogoutResult signedOut(boolean everywhere, int ended) {
    return new LogoutResult()
        .message(everywhere ? "Signed out everywhere." : "Signed out.")
        .revoked(true)
        .revokedTokens(ended)
        .allSessionsEnded(everywhere);
  }

  private static int seconds(Duration lifetime) {
    return Math.toIntExact(lifetime.toSeconds());
  }
}
