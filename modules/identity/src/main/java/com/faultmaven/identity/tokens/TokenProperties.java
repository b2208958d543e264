package com.faultmaven.identity.tokens;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The tokens of this installation.
 *
 * @param issuer what they are issued by
 * @param audience what they are meant for
 * @param access how long an access token lasts
 * @param devAccess how long one lasts whose client never asks for another
 * @param refresh how long a refresh token lasts
 * @param signIn how long a sign-in lasts however much it is used
 * @param grace how long a replaced refresh token may be sent again
 * @param rotateKeys how long a key signs, where this service alone reads its tokens
 * @param poll how often ended sign-ins of other processes are looked for
 */
@ConfigurationProperties(prefix = "faultmaven.tokens", ignoreUnknownFields = false)
public record TokenProperties(
    @DefaultValue("https://auth.faultmaven.ai") String issuer,
    @DefaultValue("faultmaven-api") String audience,
    @DefaultValue("15m") Duration access,
    @DefaultValue("24h") Duration devAccess,
    @DefaultValue("7d") Duration refresh,
    @DefaultValue("30d") Duration signIn,
    @DefaultValue("60s") Duration grace,
    @DefaultValue("90d") Duration rotateKeys,
    @DefaultValue("1s") Duration poll) {

  /** How far clocks may be apart. */
  static final Duration LEEWAY = Duration.ofSeconds(60);

  /** Refuses lifetimes that contradict each other. */
  public TokenProperties {
    if (!access.isPositive()
        || access.compareTo(devAccess) > 0
        || devAccess.compareTo(refresh) > 0
        || refresh.compareTo(signIn) > 0) {
      throw new IllegalArgumentException(
          "faultmaven.tokens: access, dev-access, refresh and sign-in grow in this order.");
    }
    if (grace.isNegative() || !poll.isPositive() || !rotateKeys.isPositive()) {
      throw new IllegalArgumentException(
          "faultmaven.tokens: grace, poll and rotate-keys are not negative.");
    }
  }

  /** The longest time for which an access token is taken. */
  public Duration longestUse() {
    return devAccess.plus(LEEWAY);
  }
}
