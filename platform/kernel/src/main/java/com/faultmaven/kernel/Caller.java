package com.faultmaven.kernel;

import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who makes this request, as established by the identity filter.
 *
 * @param email as the gateway or a token says it, or null
 * @param roles lower-case role names; empty when none or contradictory ones were sent
 * @param signIn the sign-in whose token this request carries; null for who comes without one of
 *     this installation
 * @param organizationRole what the caller is in the organization they act for, such as {@code
 *     member}; null without a membership, and where nobody keeps memberships
 */
public record Caller(
    UserId userId,
    OrganizationId organizationId,
    @Nullable String email,
    Set<String> roles,
    @Nullable String signIn,
    @Nullable String organizationRole) {

  static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

  public Caller {
    roles = Set.copyOf(roles);
  }

  /** Somebody of whom no sign-in and no membership is known. */
  public Caller(
      UserId userId, OrganizationId organizationId, @Nullable String email, Set<String> roles) {
    this(userId, organizationId, email, roles, null, null);
  }

  /** The same, acting for an organization in which they have this role, or none. */
  public Caller actingFor(OrganizationId organization, @Nullable String role) {
    return new Caller(userId, organization, email, roles, signIn, role);
  }

  /**
   * The caller of the request this thread serves.
   *
   * @throws NoSuchElementException outside a request that passed the identity filter
   */
  public static Caller current() {
    return CURRENT.get();
  }

  /** Whether this thread serves a request of somebody known. */
  public static boolean isKnown() {
    return CURRENT.isBound();
  }

  /** Does something on this caller's behalf, on this thread. */
  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  public boolean isAdmin() {
    return roles.contains("admin");
  }

  /** Whether this is another service of the platform and no person. */
  public boolean isService() {
    return roles.contains("service");
  }

  public boolean is(UserId user) {
    return userId.equals(user);
  }
}
