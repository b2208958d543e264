package com.faultmaven.cases.deletion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is left of deleted cases is deleted.
 *
 * @param every how often to look for what is due
 * @param batch 1 to 1000 rows in one transaction
 * @param pause how long what is left waits after a failure or a crash
 */
@ConfigurationProperties(prefix = "faultmaven.case-deletion", ignoreUnknownFields = false)
record CaseDeletionProperties(
    @DefaultValue("1s") Duration every,
    @DefaultValue("500") int batch,
    @DefaultValue("30s") Duration pause) {

  private static final int MOST = 1000;

  CaseDeletionProperties {
    if (batch < 1 || batch > MOST) {
      throw new IllegalArgumentException("batch must be 1 to " + MOST + ", not " + batch);
    }
    if (!every.isPositive() || !pause.isPositive()) {
      throw new IllegalArgumentException("faultmaven.case-deletion takes positive durations.");
    }
  }
}
