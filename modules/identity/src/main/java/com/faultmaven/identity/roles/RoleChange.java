package com.faultmaven.identity.roles;

import com.faultmaven.kernel.UserId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** That somebody gets a role or loses one. */
public sealed interface RoleChange {

  UserId user();

  RoleScope scope();

  String role();

  /**
   * They get it.
   *
   * @param previous the one it takes the place of
   */
  record Assigned(UserId user, RoleScope scope, String role, @Nullable String previous, UserId by)
      implements RoleChange {}

  /**
   * They lose it.
   *
   * @param by null for nobody in particular
   */
  record Removed(UserId user, RoleScope scope, String role, @Nullable UserId by, Reason reason)
      implements RoleChange {}

  /** Why somebody loses a role. */
  enum Reason {
    REMOVED,
    LEFT,
    USER_DELETED,
    ORGANIZATION_DELETED,
    TEAM_DELETED;

    /** As the contract has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
