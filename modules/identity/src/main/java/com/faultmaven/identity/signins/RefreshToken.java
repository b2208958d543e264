package com.faultmaven.identity.signins;

import com.faultmaven.web.Sha256;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * What a client shows to get new tokens. Its hash alone is stored.
 *
 * @param value {@code fmr_} and 32 random bytes
 */
record RefreshToken(String value) {

  private static final String PREFIX = "fmr_";
  private static final int BYTES = 32;

  static RefreshToken random(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new RefreshToken(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  byte[] hash() {
    return Sha256.of(value);
  }

  /** It is a secret, which no log shows. */
  @Override
  public String toString() {
    return PREFIX + "…";
  }
}
