package com.faultmaven.identity.roles;

import static com.faultmaven.identity.roles.Permission.CASES_READ;
import static com.faultmaven.identity.roles.Permission.CASES_WRITE;
import static com.faultmaven.identity.roles.Permission.KNOWLEDGE_BASE_READ;
import static com.faultmaven.identity.roles.Permission.KNOWLEDGE_BASE_WRITE;
import static com.faultmaven.identity.roles.Permission.TEAMS_READ;
import static com.faultmaven.identity.roles.Permission.TEAMS_WRITE;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a member is in a team; it counts in that team alone. */
public enum TeamRole implements Role {
  LEAD(TEAMS_READ, TEAMS_WRITE, CASES_READ, CASES_WRITE, KNOWLEDGE_BASE_READ, KNOWLEDGE_BASE_WRITE),
  MEMBER(CASES_READ, CASES_WRITE, KNOWLEDGE_BASE_READ, KNOWLEDGE_BASE_WRITE);

  private final Set<Permission> given;

  TeamRole(Permission... given) {
    this.given = Set.of(given);
  }

  /** The one of this word; null for none. */
  public static @Nullable TeamRole of(@Nullable String word) {
    return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT));
  }

  @Override
  public RoleScope.Kind scope() {
    return RoleScope.Kind.TEAM;
  }

  @Override
  public Set<Permission> given() {
    return given;
  }
}
