package com.faultmaven.identity.tokens;

import com.faultmaven.web.ratelimits.Limit;
import com.faultmaven.web.ratelimits.Rate;
import com.faultmaven.web.ratelimits.Storage;
import java.time.Duration;
import java.util.Optional;
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
 * @param refreshes how often a sign-in may ask for new tokens, {@code 60/1m}; {@code off} is no
 *     limit
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
    @DefaultValue("60/1m") String refreshes,
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
    requireRate(refreshes);
    if (grace.isNegative() || !poll.isPositive() || !rotateKeys.isPositive()) {
      throw new IllegalArgumentException(
          "faultmaven.tokens: grace, poll and rotate-keys are not negative.");
    }
  }

  /** Of one sign-in. It is asked for within a transaction, so it is counted in memory. */
  public Optional<Limit> limitOfRefreshes() {
    return limit(refreshes);
  }

  private static void requireRate(String refreshes) {
    try {
      limit(refreshes);
    } catch (IllegalArgumentException unreadable) {
      throw new IllegalArgumentException(
          "faultmaven.tokens: refreshes: " + unreadable.getMessage());
    }
  }

  private static Optional<Limit> limit(String refreshes) {
    return refreshes.strip().equalsIgnoreCase("off")
        ? Optional.empty()
        : Optional.of(Limit.of("refreshes", Rate.of(refreshes)).in(Storage.MEMORY));
  }

  /** The longest time for which an access token is taken. */
  public Duration longestUse() {
    return devAccess.plus(LEEWAY);
  }
}
