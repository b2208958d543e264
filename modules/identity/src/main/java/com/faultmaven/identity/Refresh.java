package com.faultmaven.identity;

import com.faultmaven.identity.signins.Refreshing;
import com.faultmaven.identity.tokens.AccessTokens;
import com.faultmaven.identity.tokens.SigningKeys;
import com.faultmaven.kernel.OrganizationId;
import com.faultmaven.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gives new tokens for a refresh token; a signature is made after the transaction. */
@Service
public class Refresh {

  private final Refreshing refreshing;
  private final AccessTokens tokens;
  private final SigningKeys keys;
  private final Clock clock;

  Refresh(Refreshing refreshing, AccessTokens tokens, SigningKeys keys, Clock clock) {
    this.refreshing = refreshing;
    this.tokens = tokens;
    this.keys = keys;
    this.clock = clock;
  }

  /** Tokens, how long they last, and whose they are. */
  public record Tokens(
      String accessToken,
      Duration lifetime,
      String refreshToken,
      Duration refreshLifetime,
      UserId user,
      String username,
      String signIn) {}

  /**
   * Replaces a refresh token.
   *
   * @param organization the one to act for from now on; null for the same
   * @param client what the client calls itself, where it says so
   * @throws com.faultmaven.identity.signins.InvalidRefreshToken if it is not valid
   */
  public Tokens refresh(
      String token, @Nullable OrganizationId organization, @Nullable String client) {
    if (!keys.areKept()) {
      throw NotServedHere.tokens();
    }
    Refreshing.Refreshed refreshed = refreshing.refresh(token, organization, client);
    return new Tokens(
        tokens.issue(refreshed.subject(), refreshed.access()),
        refreshed.access(),
        refreshed.refreshToken(),
        Duration.between(clock.instant(), refreshed.refreshExpiresAt()),
        refreshed.subject().user(),
        refreshed.username(),
        refreshed.subject().signIn());
  }
}
