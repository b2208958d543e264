package com.faultmaven.identity.roles;

import static com.faultmaven.identity.roles.Permission.CASES_MANAGE;
import static com.faultmaven.identity.roles.Permission.CASES_READ;
import static com.faultmaven.identity.roles.Permission.CASES_WRITE;
import static com.faultmaven.identity.roles.Permission.KNOWLEDGE_BASE_MANAGE;
import static com.faultmaven.identity.roles.Permission.KNOWLEDGE_BASE_READ;
import static com.faultmaven.identity.roles.Permission.KNOWLEDGE_BASE_WRITE;
import static com.faultmaven.identity.roles.Permission.ORGANIZATION_MANAGE;
import static com.faultmaven.identity.roles.Permission.ORGANIZATION_READ;
import static com.faultmaven.identity.roles.Permission.ORGANIZATION_WRITE;
import static com.faultmaven.identity.roles.Permission.TEAMS_MANAGE;
import static com.faultmaven.identity.roles.Permission.TEAMS_READ;
import static com.faultmaven.identity.roles.Permission.USERS_MANAGE;
import static com.faultmaven.identity.roles.Permission.USERS_READ;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member is in an organization. */
public enum OrganizationRole implements Role {
  OWNER(CASES_MANAGE, KNOWLEDGE_BASE_MANAGE, ORGANIZATION_MANAGE, USERS_MANAGE, TEAMS_MANAGE),
  ADMIN(
      CASES_MANAGE,
      KNOWLEDGE_BASE_MANAGE,
      ORGANIZATION_READ,
      ORGANIZATION_WRITE,
      USERS_MANAGE,
      TEAMS_MANAGE),
  MEMBER(
      CASES_READ,
      CASES_WRITE,
      KNOWLEDGE_BASE_READ,
      KNOWLEDGE_BASE_WRITE,
      ORGANIZATION_READ,
      USERS_READ,
      TEAMS_READ),
  VIEWER(CASES_READ, KNOWLEDGE_BASE_READ, ORGANIZATION_READ, USERS_READ, TEAMS_READ);

  private final Set<Permission> given;

  OrganizationRole(Permission... given) {
    this.given = Set.of(given);
  }

  /** The one of this word; null for none. */
  public static @Nullable OrganizationRole of(@Nullable String word) {
    return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public RoleScope.Kind scope() {
    return RoleScope.Kind.ORGANIZATION;
  }

  @Override
  public Set<Permission> given() {
    return given;
  }
}
