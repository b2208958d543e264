package com.faultmaven.identity;

import com.faultmaven.kernel.EntityVersion;
import com.faultmaven.kernel.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param dev whether it has no password and needs none
 * @param service whether it is a service's and no person's
 * @param roles those of the installation
 */
public record User(
    UserId id,
    EntityVersion version,
    String username,
    @Nullable String email,
    boolean emailVerified,
    String displayName,
    boolean dev,
    boolean service,
    boolean active,
    Set<String> roles,
    Instant createdAt,
    Instant updatedAt) {

  /** The role of whoever operates the installation. */
  public static final String ADMIN = "admin";

  /** The role of everybody. */
  public static final String USER = "user";

  boolean isActiveAdmin() {
    return active && roles.contains(ADMIN);
  }
}
