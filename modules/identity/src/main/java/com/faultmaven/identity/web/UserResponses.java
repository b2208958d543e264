package com.faultmaven.identity.web;

import com.faultmaven.contracts.identity.v1.model.OwnOrganization;
import com.faultmaven.contracts.identity.v1.model.OwnProfile;
import com.faultmaven.contracts.identity.v1.model.PlatformRole;
import com.faultmaven.contracts.identity.v1.model.Profile;
import com.faultmaven.contracts.identity.v1.model.UserList;
import com.faultmaven.contracts.identity.v1.model.UserResponse;
import com.faultmaven.identity.User;
import com.faultmaven.identity.UserQueries;
import com.faultmaven.kernel.paging.Page;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shows accounts. */
final class UserResponses {

  private UserResponses() {}

  static Profile profile(User user) {
    return new Profile()
        .userId(user.id().value())
        .username(user.username())
        .email(user.email())
        .displayName(user.displayName())
        .roles(roles(user.roles()))
        .isActive(user.active())
        .isDevUser(user.dev())
        .emailVerified(user.emailVerified())
        .createdAt(at(user.createdAt()))
        .updatedAt(at(user.updatedAt()))
        .version(user.version().value());
  }

  static OwnProfile own(com.faultmaven.identity.OwnProfile own) {
    User user = own.user();
    Instant lastLogin = own.lastLogin();
    return new OwnProfile()
        .userId(user.id().value())
        .username(user.username())
        .email(user.email())
        .displayName(user.displayName())
        .roles(roles(user.roles()))
        .isActive(user.active())
        .isDevUser(user.dev())
        .emailVerified(user.emailVerified())
        .createdAt(at(user.createdAt()))
        .updatedAt(at(user.updatedAt()))
        .version(user.version().value())
        .lastLogin(lastLogin == null ? null : at(lastLogin))
        .tokenCount(own.signIns())
        .provider(own.local() ? "local" : "gateway")
        .organization(organization(own.organization()));
  }

  /** Begins with the version, which alone is compared by If-Match. */
  static String tag(com.faultmaven.identity.OwnProfile own) {
    return "\"%s-%s\"".formatted(own.user().version().value(), Integer.toHexString(own.hashCode()));
  }

  static UserResponse user(UserQueries.Seen seen) {
    User user = seen.user();
    UserResponse shown =
        new UserResponse()
            .userId(user.id().value())
            .username(user.username())
            .displayName(user.displayName());
    return seen.whole() ? whole(shown, user) : shown;
  }

  static UserResponse whole(UserResponse shown, User user) {
    return shown
        .email(user.email())
        .roles(roles(user.roles()))
        .isActive(user.active())
        .isDevUser(user.dev())
        .emailVerified(user.emailVerified())
        .createdAt(at(user.createdAt()))
        .updatedAt(at(user.updatedAt()))
        .version(user.version().value());
  }

  static UserList list(Page<User> page) {
    UserList list =
        new UserList()
            .users(page.rows().stream().map(UserResponses::profile).toList())
            .limit(page.asked().limit());
    list.setTotal(page.total());
    list.setOffset(page.offset());
    list.setNextCursor(page.nextCursor());
    return list;
  }

  /** In the order of the contract; a role that a gateway made up is none of them. */
  private static List<PlatformRole> roles(Set<String> roles) {
    return Arrays.stream(PlatformRole.values())
        .filter(role -> roles.contains(role.getValue()))
        .toList();
  }

  private static @Nullable OwnOrganization organization(
      com.faultmaven.identity.OwnProfile.@Nullable Membership membership) {
    return membership == null
        ? null
        : new OwnOrganization()
            .organizationId(membership.organization().value())
            .name(membership.name())
            .role(membership.role());
  }

  static OffsetDateTime at(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC);
  }
}
