package com.faultmaven.identity;

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
