package com.faultmaven.identity.roles;

import com.faultmaven.kernel.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is to an organization, and to the team in it that it is about, if it is about one.
 * Who is no member sees nothing of it, but for an administrator of the installation, who may do
 * everything.
 *
 * @param role null for no member
 * @param inTeam null for who is not in the team
 * @param administrator whether they operate the installation
 */
public record Standing(
    @Nullable OrganizationRole role, @Nullable TeamRole inTeam, boolean administrator) {

  /** The caller's, by what is stored of them. */
  public static Standing of(Caller caller, @Nullable String role, @Nullable String inTeam) {
    return new Standing(OrganizationRole.of(role), TeamRole.of(inTeam), caller.isAdmin());
  }

  /** Whether there is anything to see. */
  public boolean sees() {
    return administrator || role != null;
  }

  /** Whether they may do it; what somebody is in a team adds to what they are around it. */
  public boolean may(Act act) {
    return has(act.permission())
        || (role != null && inTeam != null && inTeam.has(act.permission()));
  }

  /** Whether their role in the organization has a permission. */
  public boolean has(Permission permission) {
    return administrator || (role != null && role.has(permission));
  }

  /**
   * Requires that they may do it.
   *
   * @throws NotPermitted if they may not
   */
  public void require(Act act) {
    if (!may(act)) {
      throw NotPermitted.without(act.permission());
    }
  }
}
