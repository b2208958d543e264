package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Believes the gateway in front, and the tokens issued here that it passes on: they say more of a
 * caller than its headers. A token of somebody else has been checked by the gateway, if by anybody.
 */
final class GatewayAndOwnTokens implements CallerSource {

  private final CallerSource gateway;
  private final OwnTokens tokens;
  private final NamedOrganization organization;

  GatewayAndOwnTokens(CallerSource gateway, OwnTokens tokens, OrganizationSource source) {
    this.gateway = gateway;
    this.tokens = tokens;
    this.organization = new NamedOrganization(source);
  }

  @Override
  public Caller callerOf(HttpServletRequest request) {
    Optional<String> token = SentToken.of(request);
    if (token.isEmpty()) {
      return gateway.callerOf(request);
    }
    return switch (tokens.of(token.get())) {
      case OwnTokens.NotOurs _ -> gateway.callerOf(request);
      case OwnTokens.Refused _ -> throw AuthenticationRequired.badToken();
      case OwnTokens.Good(Caller caller) -> {
        requireTheSame(request, caller.userId());
        yield caller.actingFor(organization.of(request, caller.organizationId()), null);
      }
    };
  }

  private static void requireTheSame(HttpServletRequest request, UserId user) {
    Optional<String> named = SentHeader.of(request, "X-User-ID").singleName();
    if (named.isPresent() && !named.get().equals(user.value())) {
      throw ConflictingIdentity.withToken();
    }
  }

  @Override
  public boolean isNamedIn(HttpServletRequest request) {
    return SentToken.isIn(request) || gateway.isNamedIn(request);
  }
}
