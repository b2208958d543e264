package com.faultmaven.identity.roles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody is in an organization or a team. */
public sealed interface Role permits OrganizationRole, TeamRole {

  /** All there are, those of organizations first. */
  static List<Role> all() {
    return Stream.<Role>concat(
            Arrays.stream(OrganizationRole.values()), Arrays.stream(TeamRole.values()))
        .toList();
  }

  String name();

  /** Where it is a role. */
  RoleScope.Kind scope();

  /** What it is given; it may have more by that. */
  Set<Permission> given();

  /** As it is stored and shown. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it has a permission, by whatever it is given. */
  default boolean has(Permission permission) {
    return given().stream().anyMatch(one -> one.implies(permission));
  }

  /** All it may do. */
  default List<Permission> permissions() {
    return Arrays.stream(Permission.values()).filter(this::has).toList();
  }
}
