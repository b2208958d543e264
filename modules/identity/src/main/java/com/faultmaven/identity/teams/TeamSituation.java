package com.faultmaven.identity.teams;

import com.faultmaven.identity.organizations.MemberExists;
import com.faultmaven.identity.organizations.MemberNotFound;
import com.faultmaven.identity.roles.Act;
import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.identity.roles.Standing;
import com.faultmaven.identity.roles.TeamRole;
import com.faultmaven.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * How things are between a caller, a team and a user in it, seen after all locks.
 *
 * @param member what the user is in the organization; null for no member
 * @param theirs what the user is in the team; null for who is not in it
 * @param memberships in how many teams the user is
 */
record TeamSituation(
    Team team,
    Standing standing,
    @Nullable OrganizationRole member,
    @Nullable TeamRole theirs,
    int memberships) {

  static final int MOST_MEMBERS = 500;
  static final int MOST_MEMBERSHIPS = 200;

  /** Requires that the caller may see the team, and may do this. */
  void require(Act act) {
    requireSight();
    standing.require(act);
  }

  void requireSight() {
    if (!standing.sees()) {
      throw TeamNotFound.of(team.id());
    }
  }

  /** Requires that the user can be put into the team. */
  void requireRoomFor(UserId user) {
    if (member == null) {
      throw MemberNotFound.of(user);
    }
    if (theirs != null) {
      throw MemberExists.as(user);
    }
    if (team.members() >= MOST_MEMBERS) {
      throw TooMany.members(MOST_MEMBERS);
    }
    requireRoomForMembership(memberships);
  }

  static void requireRoomForMembership(int memberships) {
    if (memberships >= MOST_MEMBERSHIPS) {
      throw TooMany.memberships(MOST_MEMBERSHIPS);
    }
  }
}
