package com.faultmaven.identity.roles;

/** What can be done about an organization, and which permission it takes: all of it, here. */
public enum Act {
  READ(Permission.ORGANIZATION_READ),
  CHANGE(Permission.ORGANIZATION_WRITE),
  READ_AUDIT(Permission.ORGANIZATION_WRITE),
  DELETE(Permission.ORGANIZATION_MANAGE),
  /** Making somebody an owner, and taking it from one. */
  APPOINT_OWNERS(Permission.ORGANIZATION_MANAGE),
  /** Adding, removing and changing those who are no owners. */
  MANAGE_MEMBERS(Permission.USERS_MANAGE),
  CREATE_TEAM(Permission.TEAMS_MANAGE),
  CHANGE_TEAM(Permission.TEAMS_WRITE),
  CHANGE_TEAM_MEMBERS(Permission.TEAMS_WRITE),
  DELETE_TEAM(Permission.TEAMS_MANAGE);

  private final Permission permission;

  Act(Permission permission) {
    this.permission = permission;
  }

  /** What it takes. */
  public Permission permission() {
    return permission;
  }
}
