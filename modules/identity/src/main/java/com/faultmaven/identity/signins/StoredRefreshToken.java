package com.faultmaven.identity.signins;

import com.faultmaven.identity.tokens.TokenSubject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token as it is stored, with what its sign-in and its user are.
 *
 * @param childUsed whether a token that replaced it was presented
 * @param isMember whether the user belongs to the organization asked for
 * @param boundTo the client that a code was exchanged by; null for any
 * @param endsAt when the sign-in ends however much it is used; null for never
 */
record StoredRefreshToken(
    String signIn,
    Instant expiresAt,
    @Nullable Instant replacedAt,
    boolean isVoid,
    boolean childUsed,
    boolean signInEnded,
    @Nullable Instant endsAt,
    @Nullable String boundTo,
    boolean userActive,
    boolean isMember,
    String username,
    TokenSubject subject) {

  boolean isLiveAt(Instant now) {
    return !signInEnded
        && userActive
        && now.isBefore(expiresAt)
        && (endsAt == null || now.isBefore(endsAt));
  }

  /** Whether this client may present it; one that says nothing may. */
  boolean isOf(@Nullable String client) {
    return boundTo == null || client == null || boundTo.equals(client);
  }

  /** Whether somebody else must have used it. */
  boolean isReuseAt(Instant now, Duration grace) {
    return isVoid || (replacedAt != null && !isWithin(grace, now) && childUsed);
  }

  /** Whether the answer with its successor never arrived. */
  boolean wasLostAt(Instant now, Duration grace) {
    return replacedAt != null && !isWithin(grace, now);
  }

  private boolean isWithin(Duration grace, Instant now) {
    return replacedAt != null && !now.isAfter(replacedAt.plus(grace));
  }

  /** No token outlives its sign-in. */
  Instant boundedBy(Instant expires) {
    return endsAt != null && endsAt.isBefore(expires) ? endsAt : expires;
  }
}
