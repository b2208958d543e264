package com.faultmaven.identity.signins;

import com.faultmaven.identity.audit.Origin;
import com.faultmaven.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in to begin.
 *
 * @param method how the user proved who they are
 * @param endless whether it lasts for as long as it is used
 */
public record NewSignIn(
    UserId user, String method, @Nullable String clientId, Origin origin, boolean endless) {}
