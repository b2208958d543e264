package com.faultmaven.app.logs;

import com.faultmaven.kernel.Pseudonyms;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key with which the ids of users are hashed for the log.
 *
 * @param userKey the same in all processes whose lines are to be compared; 32 characters at least.
 *     Null: each process has one of its own
 */
@ConfigurationProperties(prefix = "faultmaven.logs", ignoreUnknownFields = false)
record PseudonymKey(@Nullable String userKey) {

  private static final int SHORTEST = 32;

  PseudonymKey {
    if (userKey != null && userKey.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "faultmaven.logs.user-key must have 32 characters at least.");
    }
  }

  void use() {
    if (userKey != null) {
      Pseudonyms.use(userKey.getBytes(StandardCharsets.UTF_8));
    }
  }
}
