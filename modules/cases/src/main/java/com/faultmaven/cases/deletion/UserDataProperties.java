package com.faultmaven.cases.deletion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the data of a user is deleted.
 *
 * @param every how often to look for what is due
 * @param batch 1 to 1000 rows in one transaction
 * @param pause how long what is left waits while it is in use, and after a failure
 * @param settle longer than any request takes: how long after it was asked for a deletion may end
 *     at the earliest, so that what was being written then goes too
 */
@ConfigurationProperties(prefix = "faultmaven.user-data", ignoreUnknownFields = false)
record UserDataProperties(
    @DefaultValue("5s") Duration every,
    @DefaultValue("100") int batch,
    @DefaultValue("30s") Duration pause,
    @DefaultValue("1m") Duration settle) {

  private static final int MOST = 1000;

  UserDataProperties {
    if (batch < 1 || batch > MOST) {
      throw new IllegalArgumentException("batch must be 1 to " + MOST + ", not " + batch);
    }
    if (!every.isPositive() || !pause.isPositive() || settle.isNegative()) {
      throw new IllegalArgumentException("faultmaven.user-data takes positive durations.");
    }
  }
}
