package com.faultmaven.identity;

import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.identity.roles.RoleScope;
import com.faultmaven.kernel.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles of the installation that an account has. */
final class Roles {

  private Roles() {}

  /** Those of everybody, and more. */
  static Set<String> with(Set<String> more) {
    return Stream.concat(Stream.of(User.USER), more.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** What changes for an account with other roles, in the order of their names. */
  static List<RoleChange> changes(User before, Set<String> after, UserId by) {
    return Stream.concat(
            after.stream()
                .filter(role -> !before.roles().contains(role))
                .sorted()
                .map(role -> assigned(before.id(), role, by)),
            before.roles().stream()
                .filter(role -> !after.contains(role))
                .sorted()
                .map(role -> removed(before.id(), role, by)))
        .toList();
  }

  private static RoleChange assigned(UserId user, String role, UserId by) {
    return new RoleChange.Assigned(user, RoleScope.PLATFORM, role, null, by);
  }

  private static RoleChange removed(UserId user, String role, UserId by) {
    return new RoleChange.Removed(user, RoleScope.PLATFORM, role, by, RoleChange.Reason.REMOVED);
  }

  /** The account with other roles. */
  static User of(User user, Set<String> roles) {
    return new User(
        user.id(),
        user.version(),
        user.username(),
        user.email(),
        user.emailVerified(),
        user.displayName(),
        user.dev(),
        user.service(),
        user.active(),
        roles,
        user.createdAt(),
        user.updatedAt());
  }
}
