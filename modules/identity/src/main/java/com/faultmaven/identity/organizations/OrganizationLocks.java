package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.OrganizationId;
import org.springframework.stereotype.Component;

/** Where others lock an organization, after the users whose roles they change. */
@Component
public class OrganizationLocks {

  private final OrganizationRows organizations;
  private final MemberRows members;

  OrganizationLocks(OrganizationRows organizations, MemberRows members) {
    this.organizations = organizations;
    this.members = members;
  }

  /**
   * Locks an organization until the transaction ends, and says what the caller is to it.
   *
   * @throws OrganizationNotFound if the caller may not see it
   */
  public Standing lock(OrganizationId id, Caller caller) {
    organizations.lock(id);
    Situation situation = members.situation(id, caller.userId(), caller);
    situation.requireSight(id);
    return situation.standing();
  }
}
