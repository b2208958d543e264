package com.faultmaven.web.ratelimits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;

/** Where buckets are kept: each holds what is left of a limit for one key. */
interface Buckets {

  /**
   * Uses the bucket of a limit for this key, a full one if there is none.
   *
   * @return what came of it, or nothing while nobody counts
   */
  <T> Optional<T> use(Limit limit, String key, Function<Bucket, T> usage);

  /**
   * Whether nothing is used of any of these, if that is told by less than using each.
   *
   * @param names as {@link BucketKey} makes them
   */
  default boolean areUnused(Collection<Long> names) {
    return false;
  }

  static BucketConfiguration configuration(Limit limit) {
    Rate rate = limit.rate();
    return BucketConfiguration.builder()
        .addLimit(
            limits -> limits.capacity(rate.permits()).refillGreedy(rate.permits(), rate.period()))
        .build();
  }
}
