package com.faultmaven.identity;

import com.faultmaven.identity.signins.OpenedSignIn;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens of a sign-in that has just begun.
 *
 * @param lifetime of the access token
 * @param expiresAt when the access token expires
 */
public record IssuedTokens(
    User user, OpenedSignIn signIn, String accessToken, Duration lifetime, Instant expiresAt) {}
