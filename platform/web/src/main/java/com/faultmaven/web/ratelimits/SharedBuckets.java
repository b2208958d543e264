package com.faultmaven.web.ratelimits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import java.time.Duration;

/**
 * Buckets that many processes use. What one process wants of a bucket at once it asks for at once,
 * so that few wait for each other however many requests there are.
 */
final class SharedBuckets<K> {

  /** Full again it is the same as none. */
  static final ExpirationAfterWriteStrategy UNTIL_FULL =
      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofSeconds(1));

  private final ProxyManager<K> there;
  private final Cache<K, Bucket> here;

  /**
   * @param most how many this process knows of at once; those it forgets are still there
   */
  SharedBuckets(ProxyManager<K> there, long most) {
    this.there = there;
    this.here = Caffeine.newBuilder().maximumSize(most).build();
  }

  Bucket get(K name, Limit limit) {
    return here.get(
        name,
        _ ->
            there
                .builder()
                .withOptimization(Optimizations.batching())
                .build(name, () -> Buckets.configuration(limit)));
  }
}
