package com.faultmaven.identity.passwords;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are kept.
 *
 * @param cost of bcrypt, 4 to 20; one more doubles the time. A password that was hashed at a lower
 *     cost is hashed again when its user signs in
 * @param patience how long a request waits for its turn to hash
 * @param waiting how many requests wait for theirs
 */
@ConfigurationProperties(prefix = "faultmaven.passwords", ignoreUnknownFields = false)
record PasswordProperties(
    @DefaultValue("10") int cost,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("32") int waiting) {

  private static final int LEAST = 4;
  private static final int MOST = 20;

  PasswordProperties {
    if (cost < LEAST || cost > MOST) {
      throw new IllegalArgumentException("faultmaven.passwords.cost is from 4 to 20.");
    }
    if (patience.isNegative() || waiting < 1) {
      throw new IllegalArgumentException(
          "faultmaven.passwords: patience is not negative, and one at least may be waiting.");
    }
  }
}
