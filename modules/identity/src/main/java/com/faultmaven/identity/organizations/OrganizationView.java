package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.OrganizationRole;
import com.faultmaven.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * An organization as somebody sees it.
 *
 * @param owner the longest-serving one; null without any
 * @param role what they are in it; null for an administrator who is no member
 */
public record OrganizationView(
    Organization organization, @Nullable UserId owner, @Nullable OrganizationRole role) {

  /** It begins with the version, which is all that {@code If-Match} compares. */
  public String etag() {
    return "\"%s-%s\""
        .formatted(organization.version().value(), Integer.toHexString(shown().hashCode()));
  }

  /** What can change without the version. */
  private String shown() {
    return organization.members() + " " + owner + " " + role;
  }
}
