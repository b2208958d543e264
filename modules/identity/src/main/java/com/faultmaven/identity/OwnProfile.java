package com.faultmaven.identity;

import com.faultmaven.kernel.Caller;
import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The account of a caller, as they see it.
 *
 * @param signIns how many are live
 * @param local whether there is an account; otherwise this is what a gateway says
 * @param organization the one the sign-in acts for; null for the default one
 */
public record OwnProfile(
    User user,
    @Nullable Instant lastLogin,
    int signIns,
    boolean local,
    @Nullable Membership organization) {

  /** What a user is in an organization. */
  public record Membership(OrganizationId organization, String name, String role) {}

  static OwnProfile ofGateway(Caller caller) {
    User user =
        new User(
            caller.userId(),
            new EntityVersion(0),
            caller.userId().value(),
            caller.email(),
            false,
            Usernames.displayName(caller.userId().value()),
            false,
            caller.isService(),
            true,
            Roles.with(caller.roles()),
            Instant.EPOCH,
            Instant.EPOCH);
    return new OwnProfile(user, null, 0, false, null);
  }
}
