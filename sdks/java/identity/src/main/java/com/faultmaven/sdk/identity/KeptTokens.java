package com.faultmaven.sdk.identity;

import java.time.Duration;
import java.time.Instant;

/** The tokens of a sign-in as they are kept. */
public record KeptTokens(String accessToken, Instant expiresAt, String refreshToken) {

  static KeptTokens lasting(int seconds, String accessToken, String refreshToken) {
    return new KeptTokens(accessToken, Instant.now().plusSeconds(seconds), refreshToken);
  }

  boolean isGoodFor(Duration longer) {
    return Duration.between(Instant.now(), expiresAt).compareTo(longer) > 0;
  }

  /** They are secrets, which no log shows. */
  @Override
  public String toString() {
    return "KeptTokens[expiresAt=" + expiresAt + "]";
  }
}
