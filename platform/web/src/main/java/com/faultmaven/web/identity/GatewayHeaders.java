package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** Believes the gateway in front, which has checked the caller's token. */
final class GatewayHeaders implements CallerSource {

  private final boolean namesOrganization;

  /**
   * @param namesOrganization whether the gateway says for which organization a caller acts; one
   *     that does not passes on what the caller sent
   */
  GatewayHeaders(boolean namesOrganization) {
    this.namesOrganization = namesOrganization;
  }

  @Override
  public Caller callerOf(HttpServletRequest request) {
    return new Caller(
        SentHeader.of(request, "X-User-ID")
            .singleName()
            .map(UserId::new)
            .orElseThrow(AuthenticationRequired::noUser),
        namesOrganization ? organizationIn(request) : OrganizationId.DEFAULT,
        SentHeader.of(request, "X-User-Email").singleLine().filter(Email::isSound).orElse(null),
        SentHeader.of(request, "X-User-Roles").singleLine().map(Roles::parse).orElse(Set.of()));
  }

  @Override
  public boolean isNamedIn(HttpServletRequest request) {
    return request.getHeader("X-User-ID") != null;
  }

  private static OrganizationId organizationIn(HttpServletRequest request) {
    return SentHeader.of(request, "X-Organization-ID")
        .singleName()
        .map(OrganizationId::new)
        .orElse(OrganizationId.DEFAULT);
  }
}
