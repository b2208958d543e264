package com.faultmaven.identity.signins;

import com.faultmaven.kernel.OrganizationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One proof of identity on one client, and all that follows from it.
 *
 * @param method how it was proved
 * @param expiresAt when it ends unless it gets new tokens
 */
public record SignIn(
    String id,
    String method,
    @Nullable String clientId,
    @Nullable String network,
    @Nullable String userAgent,
    OrganizationId organization,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
