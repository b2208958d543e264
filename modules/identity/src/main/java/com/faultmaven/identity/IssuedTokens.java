package com.faultmaven.identity;

import com.faultmaven.identity.signins.OpenedSignIn;
import com.faultmaven.sessions.SessionId;
import java.time.Duration;
import java.time.Instant;

/**
 * The tokens of a sign-in that has just begun.
 *
 * @param session the session of the client that goes with it
 * @param lifetime of the access token
 * @param expiresAt when the access token expires
 */
public record IssuedTokens(
    User user,
    OpenedSignIn signIn,
    SessionId session,
    String accessToken,
    Duration lifetime,
    Instant expiresAt) {}
