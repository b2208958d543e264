package com.faultmaven.escalations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How letters are written.
 *
 * @param product who they are from, in their text
 * @param repeatAfter how long an address is not written to about a case again, unless somebody says
 *     so
 * @param lettersAnHour how many a user may send
 * @param lettersADay how many an organization may send
 */
@ConfigurationProperties(prefix = "faultmaven.escalations", ignoreUnknownFields = false)
record EscalationProperties(
    @DefaultValue("FaultMaven") String product,
    @DefaultValue("1h") Duration repeatAfter,
    @DefaultValue("60") int lettersAnHour,
    @DefaultValue("500") int lettersADay) {

  EscalationProperties {
    if (product.isBlank() || product.length() > 100) {
      throw new IllegalArgumentException("faultmaven.escalations.product has 1 to 100 characters.");
    }
    if (repeatAfter.isNegative() || lettersAnHour < 1 || lettersADay < 1) {
      throw new IllegalArgumentException(
          "faultmaven.escalations takes durations from 0 and limits of at least 1.");
    }
  }
}
