package com.faultmaven.identity.signins;

import java.time.Duration;

/**
 * A sign-in that has begun.
 *
 * @param refreshToken its first refresh token, known to nobody else
 */
public record OpenedSignIn(String id, String refreshToken, Duration refreshLifetime) {}
