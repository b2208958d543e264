package com.faultmaven.web.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.web.contract.Operation;
import com.faultmaven.web.identity.Memberships.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Lets callers act for organizations they belong to. A header that names one may be forged, and a
 * token may be older than the end of a membership, so that it is asked for when it is made use of.
 */
final class Organizations {

  private final @Nullable Memberships memberships;

  Organizations(@Nullable Memberships memberships) {
    this.memberships = memberships;
  }

  /**
   * The caller as somebody who acts for an organization, or for none where the operation is of
   * none.
   *
   * @throws OrganizationDenied if the caller may not act for it
   */
  Caller admit(Caller caller, @Nullable Operation operation) {
    if (operation != null && operation.ofNoOrganization()) {
      return caller.actingFor(OrganizationId.DEFAULT, null);
    }
    OrganizationId organization = caller.organizationId();
    if (memberships == null || organization.equals(OrganizationId.DEFAULT)) {
      return caller;
    }
    Standing standing = memberships.of(caller.userId(), organization);
    if (!mayAct(caller, standing)) {
      throw OrganizationDenied.to(organization);
    }
    return caller.actingFor(organization, standing.role());
  }

  /** Somebody without an account is believed about an organization that nobody here knows. */
  private static boolean mayAct(Caller caller, Standing standing) {
    return standing.role() != null
        || caller.isAdmin()
        || (!standing.account() && !standing.known());
  }
}
