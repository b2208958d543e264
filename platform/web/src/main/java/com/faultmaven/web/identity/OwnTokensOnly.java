package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import jakarta.servlet.http.HttpServletRequest;

/** Nobody stands in front: the tokens issued here are believed, and no header about a user. */
final class OwnTokensOnly implements CallerSource {

  private final OwnTokens tokens;
  private final NamedOrganization organization;

  OwnTokensOnly(OwnTokens tokens, OrganizationSource source) {
    this.tokens = tokens;
    this.organization = new NamedOrganization(source);
  }

  @Override
  public Caller callerOf(HttpServletRequest request) {
    String token = SentToken.of(request).orElseThrow(AuthenticationRequired::noToken);
    return switch (tokens.of(token)) {
      case OwnTokens.Good(Caller caller) -> {
        OrganizationId acting = organization.of(request, caller.organizationId());
        yield caller.actingFor(acting, null);
      }
      case OwnTokens.Refused _, OwnTokens.NotOurs _ -> throw AuthenticationRequired.badToken();
    };
  }

  @Override
  public boolean isNamedIn(HttpServletRequest request) {
    return SentToken.isIn(request);
  }
}
