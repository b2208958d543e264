package com.faultmaven.status;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the status of which organization.
 *
 * @param caller null for somebody who does not say who they are
 */
public record Visitor(OrganizationId organization, @Nullable Caller caller) {

  /** Somebody known, who acts for their organization. */
  public static Visitor named(Caller caller) {
    return new Visitor(caller.organizationId(), caller);
  }

  /** Anybody. */
  public static Visitor unnamed(OrganizationId organization) {
    return new Visitor(organization, null);
  }

  /** As tables keep it; null for nobody known. */
  @Nullable String userId() {
    return caller == null ? null : caller.userId().value();
  }
}
