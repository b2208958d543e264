package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.kernel.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * How things are between a caller, an organization and a user in it, seen after all locks.
 *
 * @param theirs what the user is in it; null for no member
 * @param ownedByOthers whether it has an owner besides the user
 * @param memberships to how many organizations the user belongs
 * @param owned how many the user owns
 */
record Situation(
    Standing standing,
    @Nullable OrganizationRole theirs,
    boolean ownedByOthers,
    int memberships,
    int owned) {

  static final int MOST_MEMBERSHIPS = 100;
  static final int MOST_OWNED = 20;

  /** Requires that the caller may see the organization. */
  void requireSight(OrganizationId organization) {
    if (!standing.sees()) {
      throw OrganizationNotFound.of(organization);
    }
  }

  /** Requires that the caller may decide about the user having this role, or having had it. */
  void requireDecisionAbout(@Nullable OrganizationRole role) {
    standing.require(role == OrganizationRole.OWNER ? Act.APPOINT_OWNERS : Act.MANAGE_MEMBERS);
  }

  /** Requires that somebody owns the organization if the user does so no more. */
  void requireAnotherOwner() {
    if (theirs == OrganizationRole.OWNER && !ownedByOthers) {
      throw LastOwner.stays();
    }
  }

  /** Requires that the user may own another one. */
  void requireRoomForOwned() {
    if (owned >= MOST_OWNED) {
      throw LimitReached.ofOwned(MOST_OWNED);
    }
  }

  /** Requires that the user may belong to another one. */
  void requireRoomForMembership() {
    if (memberships >= MOST_MEMBERSHIPS) {
      throw LimitReached.ofMemberships(MOST_MEMBERSHIPS);
    }
  }
}
