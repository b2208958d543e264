package com.faultmaven.identity.tokens;

import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Of whom an access token tells.
 *
 * @param signIn the sign-in it belongs to
 */
public record TokenSubject(
    UserId user,
    String signIn,
    @Nullable String email,
    boolean emailVerified,
    Set<String> roles,
    OrganizationId organization) {}
