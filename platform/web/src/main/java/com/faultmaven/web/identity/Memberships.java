package com.faultmaven.web.identity;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to which organization. The module that knows provides a bean; without one a caller
 * acts for whatever organization the gateway or the token names.
 */
public interface Memberships {

  /** How a user stands to an organization other than the default one; may be half a minute old. */
  Standing of(UserId user, OrganizationId organization);

  /**
   * How somebody stands to an organization.
   *
   * @param account whether the user has an account here
   * @param known whether there is such an organization here
   * @param role what the user is in it; null for no member
   */
  record Standing(boolean account, boolean known, @Nullable String role) {}
}
