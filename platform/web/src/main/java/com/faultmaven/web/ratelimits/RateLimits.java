package com.faultmaven.web.ratelimits;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Counts what is done against limits. A key is anything that names whom a limit is for; only a hash
 * of it leaves the process. None of this is for within a transaction: it may need a connection.
 */
public final class RateLimits {

  private static final String REFUSED = "faultmaven.rate.limits.refused";

  private final Map<Storage, Buckets> buckets;
  private final Storage configured;
  private final MeterRegistry meters;

  RateLimits(Map<Storage, Buckets> buckets, Storage configured, MeterRegistry meters) {
    this.buckets = Map.copyOf(buckets);
    this.configured = configured;
    this.meters = meters;
  }

  /**
   * Takes one of what this key has left.
   *
   * @throws IllegalStateException within a transaction, if the limit is counted in the database
   */
  public Allowance take(Limit limit, String key) {
    Allowance allowance =
        use(limit, key, bucket -> bucket.tryConsumeAndReturnRemaining(1))
            .map(
                probe ->
                    new Allowance(
                        limit,
                        probe.isConsumed(),
                        probe.getRemainingTokens(),
                        Duration.ofNanos(probe.getNanosToWaitForRefill())))
            .orElseGet(() -> Allowance.uncounted(limit));
    if (!allowance.granted()) {
      meters.counter(REFUSED, "limit", limit.name()).increment();
    }
    return allowance;
  }

  /**
   * Whether one could be taken; takes none.
   *
   * @throws IllegalStateException as {@link #take}
   */
  public Allowance look(Limit limit, String key) {
    return use(limit, key, bucket -> bucket.estimateAbilityToConsume(1))
        .map(
            probe ->
                new Allowance(
                    limit,
                    probe.canBeConsumed(),
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForRefill())))
        .orElseGet(() -> Allowance.uncounted(limit));
  }

  /**
   * Whether nothing of any of these limits is used, as far as one statement tells; it takes
   * nothing. False is no answer: then each is to be looked at.
   *
   * @param keys whom each limit is for
   * @throws IllegalStateException as {@link #take}
   */
  public boolean areUnused(Map<Limit, String> keys) {
    Map<Buckets, List<Long>> names = new HashMap<>();
    keys.forEach(
        (limit, key) ->
            names.computeIfAbsent(at(limit), _ -> new ArrayList<>()).add(BucketKey.of(limit, key)));
    return names.entrySet().stream().allMatch(it -> it.getKey().areUnused(it.getValue()));
  }

  /**
   * Gives this key everything back, as if it had taken nothing.
   *
   * @throws IllegalStateException as {@link #take}
   */
  public void reset(Limit limit, String key) {
    use(
        limit,
        key,
        bucket -> {
          bucket.reset();
          return true;
        });
  }

  private <T> Optional<T> use(Limit limit, String key, Function<Bucket, T> usage) {
    return at(limit).use(limit, key, usage);
  }

  private Buckets at(Limit limit) {
    Storage storage = Objects.requireNonNullElse(limit.storage(), configured);
    Buckets there = buckets.get(storage);
    if (there == null) {
      throw new IllegalStateException(limit.name() + " cannot be counted in " + storage + ".");
    }
    return there;
  }
}
