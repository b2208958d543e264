package com.faultmaven.identity.organizations;

import com.faultmaven.identity.roles.RoleChange;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user has left organizations, which are locked, as the user is; published in the transaction in
 * which it happens.
 *
 * @param by who decided it; null for nobody in particular
 */
public record MembershipsEnded(
    UserId user,
    List<OrganizationId> organizations,
    @Nullable UserId by,
    RoleChange.Reason reason) {}
