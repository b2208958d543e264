package com.faultmaven.identity.roles;

import com.faultmaven.kernel.OrganizationId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a role is held.
 *
 * @param id of the organization or the team; null for the installation
 */
public record RoleScope(Kind kind, @Nullable String id) {

  /** The installation. */
  public static final RoleScope PLATFORM = new RoleScope(Kind.PLATFORM, null);

  /** An organization. */
  public static RoleScope of(OrganizationId organization) {
    return new RoleScope(Kind.ORGANIZATION, organization.value());
  }

  /** A team. */
  public static RoleScope ofTeam(String team) {
    return new RoleScope(Kind.TEAM, team);
  }

  /** What kind of thing has roles. */
  public enum Kind {
    PLATFORM,
    ORGANIZATION,
    TEAM;

    /** As it is shown. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
